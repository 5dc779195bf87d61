-- That an old revision was taken back is a step of the article's way like the others.
ALTER TYPE "MilestoneKind" ADD VALUE 'restored';
