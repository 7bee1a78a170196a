export interface DeskWithShopOptions {
  readonly databaseUrl: string;
  readonly filesFolder: string;
  readonly port: number;
  readonly shopUrl: string;
  readonly shopSecret: string;
}
