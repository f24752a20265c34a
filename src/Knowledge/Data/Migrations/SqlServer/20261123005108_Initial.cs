using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Warmline.Knowledge.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "knowledge_articles",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_articles", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_starter_loads",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LoadedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_starter_loads", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_article_texts",
                columns: table => new
                {
                    ArticleKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Language = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_article_texts", x => new { x.ArticleKey, x.Language });
                    table.ForeignKey(
                        name: "FK_knowledge_article_texts_knowledge_articles_ArticleKey",
                        column: x => x.ArticleKey,
                        principalTable: "knowledge_articles",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_article_questions",
                columns: table => new
                {
                    ArticleKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Language = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_article_questions", x => new { x.ArticleKey, x.Language, x.Position });
                    table.ForeignKey(
                        name: "FK_knowledge_article_questions_knowledge_article_texts_ArticleKey_Language",
                        columns: x => new { x.ArticleKey, x.Language },
                        principalTable: "knowledge_article_texts",
                        principalColumns: new[] { "ArticleKey", "Language" },
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "knowledge_article_questions");

            migrationBuilder.DropTable(
                name: "knowledge_starter_loads");

            migrationBuilder.DropTable(
                name: "knowledge_article_texts");

            migrationBuilder.DropTable(
                name: "knowledge_articles");
        }
    }
}
