export default async function import() { throw new Error('later') }
