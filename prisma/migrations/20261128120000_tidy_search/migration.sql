-- New words wait in a list until there are 4 MB of them; then one publish in seven hundred sorts them all into the index
-- and takes half a second for it, and until then every search reads the list through. Only an index's owner may sort
-- earlier, so the application asks for it here (lib/search/tidying.ts).
CREATE FUNCTION tidy_search() RETURNS VOID LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT gin_clean_pending_list('"Article_search_idx"'), gin_clean_pending_list('"Article_titleWords_idx"');
$$;
