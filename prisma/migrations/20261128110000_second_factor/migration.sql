-- The second step of signing in (RFC 6238). The secret must be read again, so it is sealed with a key that is not in the database.
CREATE TABLE "SecondFactor" (
  "userId" INTEGER NOT NULL,
  "sealedSecret" TEXT NOT NULL,
  "confirmedAt" TIMESTAMPTZ(3),
  "lastStep" INTEGER NOT NULL DEFAULT 0,

  CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("userId"),
  CONSTRAINT "SecondFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "RecoveryCode" (
  "digest" TEXT NOT NULL,
  "userId" INTEGER NOT NULL,

  CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("digest"),
  CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "SecondFactor"("userId") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "RecoveryCode_userId_idx" ON "RecoveryCode"("userId");
