export async function measureCost(..._: unknown[]) {}
export async function measureRedis(..._: unknown[]) {}
export async function measureGrowth(..._: unknown[]) {}
