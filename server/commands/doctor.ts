export default async function doctor() { throw new Error('later') }
