using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Warmline.Knowledge.Data.Migrations.Postgres
{
    /// <inheritdoc />
    internal sealed partial class TopicDismissals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_topic_dismissals_Language_At",
                table: "knowledge_topic_dismissals",
                columns: new[] { "Language", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "knowledge_dismissed_wordings");

            migrationBuilder.DropTable(
                name: "knowledge_topic_dismissals");
        }
    }
}
