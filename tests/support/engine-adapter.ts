import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery } from "@prisma/driver-adapter-utils";
import pg from "pg";

const INTERNAL_CHAR = 18; // PostgreSQL's "char", which the engine reads from the catalogues
const TEXT = 25;

type Answer = { fields: { dataTypeID: number }[] };
type Inside = SqlDriverAdapter & {
  client: pg.Pool;
  performIO(query: SqlQuery): Promise<Answer>;
  onError(error: unknown): never;
};

/**
 * What @prisma/adapter-pg 7.10.0 does otherwise than the schema engine needs:
 * it has no type for "char"; it splits a script at every semicolon, function bodies too, and so is not atomic;
 * and its shadow database keeps the connection string, by which pg would reach the real one.
 */
export class EngineAdapter extends PrismaPg {
  private readonly url: string;
  private readonly pools: pg.Pool[] = [];

  constructor(url: string) {
    super({ connectionString: url });
    this.url = url;
  }

  override connect() {
    return this.open(this.url);
  }

  override async connectToShadowDb() {
    const name = `shadow_${randomUUID()}`;
    await execute(this.url, `CREATE DATABASE "${name}"`);
    const url = new URL(this.url);
    url.pathname = `/${name}`;

    const shadow = await this.open(url.href);
    const pool = this.pools.at(-1);
    shadow.dispose = async () => {
      await pool?.end();
      await execute(this.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    };
    return shadow;
  }

  /** The engine frees itself but not its connections, which would keep the process alive. */
  async close() {
    for (const pool of this.pools) if (!pool.ended) await pool.end();
  }

  private async open(url: string) {
    const pool = new pg.Pool({ connectionString: url, max: 1 }); // its advisory lock belongs to one session
    this.pools.push(pool);
    const connection = await new PrismaPg(pool).connect();
    correct(connection as unknown as Inside);
    return connection;
  }
}

function correct(adapter: Inside) {
  const { performIO, queryRaw } = adapter;
  adapter.queryRaw = async (query) => {
    const chars: number[] = [];
    const reader = Object.assign(Object.create(adapter) as Inside, {
      async performIO(asked: SqlQuery) {
        const answer = await performIO.call(adapter, asked);
        const fields = answer.fields.map((field, index) => {
          if (field.dataTypeID !== INTERNAL_CHAR) return field;
          chars.push(index);
          return { ...field, dataTypeID: TEXT };
        });
        return { ...answer, fields };
      },
    });
    const rows = await queryRaw.call(reader, query);
    for (const index of chars) rows.columnTypes[index] = ColumnTypeEnum.Character;
    return rows;
  };
  adapter.executeScript = async (script) => {
    await adapter.client.query(script).catch((error) => adapter.onError(error));
  };
}

async function execute(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
