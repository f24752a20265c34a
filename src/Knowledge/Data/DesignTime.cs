using Microsoft.EntityFrameworkCore.Design;

namespace Warmline.Knowledge.Data;

// For `dotnet ef migrations add`: no server is contacted, the connection strings name none.

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteKnowledgeDb>
{
    public SqliteKnowledgeDb CreateDbContext(string[] args) => new(KnowledgeDatabase.Sqlite("Data Source=design-time"));
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerKnowledgeDb>
{
    public SqlServerKnowledgeDb CreateDbContext(string[] args) => new(KnowledgeDatabase.SqlServer("Server=design-time"));
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresKnowledgeDb>
{
    public PostgresKnowledgeDb CreateDbContext(string[] args) => new(KnowledgeDatabase.Postgres("Host=design-time"));
}
