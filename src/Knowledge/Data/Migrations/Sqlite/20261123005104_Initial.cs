using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Warmline.Knowledge.Data.Migrations.Sqlite
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
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_articles", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_starter_loads",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    LoadedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_starter_loads", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_article_texts",
                columns: table => new
                {
                    ArticleKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    ArticleKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
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
