using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Warmline.Knowledge.Data.Migrations.Postgres
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "knowledge_answer_reports",
                columns: table => new
                {
                    ConversationId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    ArticleKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SettledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SettledBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_answer_reports", x => new { x.ConversationId, x.Seq });
                });

            migrationBuilder.CreateTable(
                name: "knowledge_article_stamps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_article_stamps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_articles",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SourceLanguage = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    TagList = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Audience = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ValidUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RequiresReview = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_articles", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_pictures",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MediaType = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_pictures", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_questions",
                columns: table => new
                {
                    ConversationId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    Language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Words = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    NormalForm = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Week = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<int>(type: "integer", nullable: false),
                    ArticleKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    KeyList = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Confidence = table.Column<double>(type: "double precision", nullable: false),
                    Before = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    BeforeKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    TakenKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Takes = table.Column<long>(type: "bigint", nullable: true),
                    Helped = table.Column<bool>(type: "boolean", nullable: true),
                    HandoffSeq = table.Column<long>(type: "bigint", nullable: true),
                    BeganHandoff = table.Column<bool>(type: "boolean", nullable: false),
                    LedToPerson = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_questions", x => new { x.ConversationId, x.Seq });
                });

            migrationBuilder.CreateTable(
                name: "knowledge_starter_loads",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    LoadedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_starter_loads", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_topic_dismissals",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Conversations = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_topic_dismissals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_article_editions",
                columns: table => new
                {
                    ArticleKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Draft = table.Column<string>(type: "text", nullable: false),
                    DraftVersion = table.Column<long>(type: "bigint", nullable: false),
                    DraftById = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    DraftByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DraftAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Writers = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    SubmittedById = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    SubmittedByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PublishedNumber = table.Column<int>(type: "integer", nullable: true),
                    PublishedHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ScheduledNumber = table.Column<int>(type: "integer", nullable: true),
                    ScheduledFor = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    TranslatedFrom = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    LastNumber = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_article_editions", x => new { x.ArticleKey, x.Language });
                    table.ForeignKey(
                        name: "FK_knowledge_article_editions_knowledge_articles_ArticleKey",
                        column: x => x.ArticleKey,
                        principalTable: "knowledge_articles",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_dismissed_wordings",
                columns: table => new
                {
                    DismissalId = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    NormalForm = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_dismissed_wordings", x => new { x.DismissalId, x.NormalForm });
                    table.ForeignKey(
                        name: "FK_knowledge_dismissed_wordings_knowledge_topic_dismissals_Dis~",
                        column: x => x.DismissalId,
                        principalTable: "knowledge_topic_dismissals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_article_versions",
                columns: table => new
                {
                    ArticleKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Comment = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    BasedOn = table.Column<int>(type: "integer", nullable: true),
                    Replaced = table.Column<int>(type: "integer", nullable: true),
                    GoesLiveAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_article_versions", x => new { x.ArticleKey, x.Language, x.Number });
                    table.ForeignKey(
                        name: "FK_knowledge_article_versions_knowledge_article_editions_Artic~",
                        columns: x => new { x.ArticleKey, x.Language },
                        principalTable: "knowledge_article_editions",
                        principalColumns: new[] { "ArticleKey", "Language" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "knowledge_article_stamps",
                columns: new[] { "Id", "Value" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_answer_reports_At",
                table: "knowledge_answer_reports",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_article_editions_ScheduledFor",
                table: "knowledge_article_editions",
                column: "ScheduledFor");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_questions_ArticleKey_At",
                table: "knowledge_questions",
                columns: new[] { "ArticleKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_questions_At",
                table: "knowledge_questions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_questions_Language_At",
                table: "knowledge_questions",
                columns: new[] { "Language", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_topic_dismissals_Language_At",
                table: "knowledge_topic_dismissals",
                columns: new[] { "Language", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "knowledge_answer_reports");

            migrationBuilder.DropTable(
                name: "knowledge_article_stamps");

            migrationBuilder.DropTable(
                name: "knowledge_article_versions");

            migrationBuilder.DropTable(
                name: "knowledge_dismissed_wordings");

            migrationBuilder.DropTable(
                name: "knowledge_pictures");

            migrationBuilder.DropTable(
                name: "knowledge_questions");

            migrationBuilder.DropTable(
                name: "knowledge_starter_loads");

            migrationBuilder.DropTable(
                name: "knowledge_article_editions");

            migrationBuilder.DropTable(
                name: "knowledge_topic_dismissals");

            migrationBuilder.DropTable(
                name: "knowledge_articles");
        }
    }
}
