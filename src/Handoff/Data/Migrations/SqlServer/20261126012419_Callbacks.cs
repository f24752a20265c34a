using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Warmline.Handoff.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    internal sealed partial class Callbacks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_callback_DoneAt_RequestedAt",
                table: "callback");

            migrationBuilder.RenameColumn(
                name: "DoneBy",
                table: "callback",
                newName: "Zone");

            migrationBuilder.RenameColumn(
                name: "DoneAt",
                table: "callback",
                newName: "KeptAt");

            migrationBuilder.AlterColumn<string>(
                name: "ConversationId",
                table: "callback",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(64)",
                oldMaxLength: 64);

            migrationBuilder.AddColumn<string>(
                name: "AgentId",
                table: "callback",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AgentName",
                table: "callback",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "At",
                table: "callback",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "BrokenAt",
                table: "callback",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ClaimedAt",
                table: "callback",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CustomerRemindedAt",
                table: "callback",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Deadline",
                table: "callback",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "EndedAt",
                table: "callback",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "callback",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Sequence",
                table: "callback",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "callback",
                type: "nvarchar(24)",
                maxLength: 24,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Tries",
                table: "callback",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "WantsReminder",
                table: "callback",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "callback_place",
                columns: table => new
                {
                    SlotAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Place = table.Column<int>(type: "int", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_callback_place", x => new { x.SlotAt, x.Place });
                });

            migrationBuilder.CreateIndex(
                name: "IX_callback_BrokenAt",
                table: "callback",
                column: "BrokenAt");

            migrationBuilder.CreateIndex(
                name: "IX_callback_ConversationId_RequestedAt",
                table: "callback",
                columns: new[] { "ConversationId", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_callback_KeptAt",
                table: "callback",
                column: "KeptAt");

            migrationBuilder.CreateIndex(
                name: "IX_callback_State_At",
                table: "callback",
                columns: new[] { "State", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_callback_place_Reference",
                table: "callback_place",
                column: "Reference");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "callback_place");

            migrationBuilder.DropIndex(
                name: "IX_callback_BrokenAt",
                table: "callback");

            migrationBuilder.DropIndex(
                name: "IX_callback_ConversationId_RequestedAt",
                table: "callback");

            migrationBuilder.DropIndex(
                name: "IX_callback_KeptAt",
                table: "callback");

            migrationBuilder.DropIndex(
                name: "IX_callback_State_At",
                table: "callback");

            migrationBuilder.DropColumn(
                name: "AgentId",
                table: "callback");

            migrationBuilder.DropColumn(
                name: "AgentName",
                table: "callback");

            migrationBuilder.DropColumn(
                name: "At",
                table: "callback");

            migrationBuilder.DropColumn(
                name: "BrokenAt",
                table: "callback");

            migrationBuilder.DropColumn(
                name: "ClaimedAt",
                table: "callback");

            migrationBuilder.DropColumn(
                name: "CustomerRemindedAt",
                table: "callback");

            migrationBuilder.DropColumn(
                name: "Deadline",
                table: "callback");

            migrationBuilder.DropColumn(
                name: "EndedAt",
                table: "callback");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "callback");

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "callback");

            migrationBuilder.DropColumn(
                name: "State",
                table: "callback");

            migrationBuilder.DropColumn(
                name: "Tries",
                table: "callback");

            migrationBuilder.DropColumn(
                name: "WantsReminder",
                table: "callback");

            migrationBuilder.RenameColumn(
                name: "Zone",
                table: "callback",
                newName: "DoneBy");

            migrationBuilder.RenameColumn(
                name: "KeptAt",
                table: "callback",
                newName: "DoneAt");

            migrationBuilder.AlterColumn<string>(
                name: "ConversationId",
                table: "callback",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(64)",
                oldMaxLength: 64,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_callback_DoneAt_RequestedAt",
                table: "callback",
                columns: new[] { "DoneAt", "RequestedAt" });
        }
    }
}
