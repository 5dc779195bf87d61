import { ArticleList } from "#components/site/article-list.tsx";
import { CellNames } from "#components/site/cell-names.tsx";
import { Lead } from "#components/site/lead.tsx";
import { PollForm } from "#components/site/poll-form.tsx";
import { Section } from "#components/site/section.tsx";
import { listByCategory, listNewest } from "#lib/articles/queries.ts";
import { listCategories } from "#lib/categories/queries.ts";
import { listCells } from "#lib/cells/queries.ts";
import { getCurrentPoll } from "#lib/polls/queries.ts";
import { readRefusal, titleOf } from "#lib/polls/refusals.ts";
import { describePage } from "#lib/site/metadata.ts";
import { getSite } from "#lib/site/queries.ts";
import { Frame } from "./frame.tsx";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const NEWEST = 7;
const EACH = 3;

export async function generateMetadata({ searchParams }: Props) {
  const { committee } = await getSite();
  return describePage({
    title: titleOf(`Trang thông tin Chuyên mục Đảng – ${committee}`, await searchParams),
    description: `Tin hoạt động, sinh hoạt chi bộ và thăm dò ý kiến của ${committee}.`,
    path: "/",
  });
}

export default async function HomePage({ searchParams }: Props) {
  const categories = await listCategories();
  const [{ committee }, newest, columns, cells, poll, query] = await Promise.all([
    getSite(),
    listNewest(NEWEST),
    listByCategory(
      categories.map(({ id }) => id),
      EACH,
    ),
    listCells(),
    getCurrentPoll(),
    searchParams,
  ]);
  const [lead, ...rest] = newest;
  const isYoung = rest.length === 0; // a site with an article or none: columns of lists would be empty
  const pollForm = poll && <PollForm poll={poll} returnTo="/" {...readRefusal(query)} />;
  const [below, list] = rest.length > 3 ? [rest.slice(0, 2), rest.slice(2)] : [[], rest];

  return (
    <Frame current="/">
      <h1 className="vh">Trang thông tin Chuyên mục Đảng, {committee}</h1>
      {isYoung ? (
        <div className="grid split">
          <div>
            {lead ? <Lead article={lead} below={[]} /> : <Empty />}
            <Cells cells={cells} className="band" />
          </div>
          {pollForm}
        </div>
      ) : (
        <>
          <div className="grid split">
            {lead && <Lead article={lead} below={below} />}
            <Section id="moi-nhat" title="Mới nhất">
              <ArticleList articles={list} beside="category" />
            </Section>
          </div>
          <div className="grid thirds band">
            {categories.map(({ slug, name }) => (
              <Section key={slug} id={`cm-${slug}`} title={name} path={`/chuyen-muc/${slug}`}>
                <ArticleList articles={columns.get(slug) ?? []} beside="cell" />
              </Section>
            ))}
          </div>
          <div className="grid split band">
            <Cells cells={cells} />
            {pollForm}
          </div>
        </>
      )}
    </Frame>
  );
}

type CellsProps = { cells: Awaited<ReturnType<typeof listCells>>; className?: string };

const Cells = ({ cells, className }: CellsProps) =>
  cells.length > 0 && (
    <Section id="cac-chi-bo" title="Các chi bộ" path="/chi-bo" className={className}>
      <CellNames cells={cells} tight />
    </Section>
  );

const Empty = () => (
  <div className="lead">
    <h2>Trang đang được chuẩn bị</h2>
    <p className="say">Ban Biên tập chưa đăng bài nào. Mời bạn quay lại sau.</p>
  </div>
);
