using Microsoft.EntityFrameworkCore;

namespace Warmline.Knowledge.Data;

internal sealed class SqliteKnowledgeDb(DbContextOptions<SqliteKnowledgeDb> options) : KnowledgeDb(options);

internal sealed class SqlServerKnowledgeDb(DbContextOptions<SqlServerKnowledgeDb> options) : KnowledgeDb(options)
{
    protected override string? KeyCollation => "Latin1_General_100_BIN2";
}

internal sealed class PostgresKnowledgeDb(DbContextOptions<PostgresKnowledgeDb> options) : KnowledgeDb(options);
