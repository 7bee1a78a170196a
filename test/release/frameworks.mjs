export async function checkFrameworks() {}
