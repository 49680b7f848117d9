export default async function importFiles() { throw new Error('later') }
