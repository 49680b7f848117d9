export default async function openapi() { throw new Error('later') }
