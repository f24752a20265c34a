using Warmline.Handoff.Data;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Conversations;

// How it is locked, read and stored where every line passes.
internal sealed partial class Conversation
{
    private const string Columns = """
        c."Id", c."CustomerId", c."Channel", c."IsPushed", c."StartedAt", c."Language", c."AddressHash", c."Owner", c."OwnerAgentId",
        c."Epoch", c."LastSeq", c."LastStamp", c."CustomerSpoke", c."ClosedAt", c."DialogState", a."Reference", u."UserId",
        CASE WHEN EXISTS (SELECT 1 FROM "vouch" v WHERE v."ConversationId" = c."Id") THEN 1 ELSE 0 END
        """;

    public static readonly Statement Read = new($"""
        SELECT {Columns} FROM "conversation" c JOIN "customer" u ON u."Id" = c."CustomerId"
        LEFT JOIN "channel_address" a ON a."ConversationId" = c."Id" WHERE c."Id" = @id
        """);

    private static readonly Statement Lock = new(dialect => $"""
        SELECT {Columns} FROM "conversation" c{dialect.LocksTable} JOIN "customer" u ON u."Id" = c."CustomerId"
        LEFT JOIN "channel_address" a ON a."ConversationId" = c."Id" WHERE c."Id" = @id{dialect.LocksRowsOf("c")}
        """);

    // What changes with every line, and what seldom does: indexes stand on the latter, and a column that is named is written there anew.
    private static readonly Statement Save = new("""
        UPDATE "conversation" SET "Language" = @language, "LastSeq" = @lastSeq, "LastStamp" = @lastStamp, "DialogState" = @dialogState WHERE "Id" = @id
        """);

    private static readonly Statement SaveOwner = new("""
        UPDATE "conversation" SET "AddressHash" = @addressHash, "Owner" = @owner, "OwnerAgentId" = @agent, "Epoch" = @epoch,
        "CustomerSpoke" = @spoke, "ClosedAt" = @closedAt WHERE "Id" = @id
        """);

    private static readonly Statement SaveReference = new("""
        UPDATE "channel_address" SET "Reference" = @reference WHERE "ConversationId" = @id
        """);

    /// <summary>Locks it and its readers until the transaction ends; what is changed of them is stored with the write. Null when there is none.</summary>
    /// <param name="db">In a write.</param>
    /// <param name="id">The conversation.</param>
    /// <param name="also">What else is read under the lock, on the same way to the database.</param>
    public static async Task<Conversation?> LockAsync(HandoffDb db, string id, Action<SqlRound>? also)
    {
        var round = db.NewRound();
        var found = round.Ask(Lock, From, id);
        var readers = round.Ask(Reader.Lock, Reader.From, id);
        also?.Invoke(round);
        await round.GoAsync();
        if (found is not [var conversation])
        {
            return null;
        }

        (conversation.Bot, conversation.Sender) = (readers.Find(r => r.Kind == ReaderKind.Bot)!, readers.Find(r => r.Kind == ReaderKind.Sender));
        readers.ForEach(reader => db.Work.Hold(new HeldRow(Reader.Save, reader.Values)));
        db.Work.Hold(new HeldRow(Save, () => [conversation.Language, conversation.LastSeq, conversation.LastStamp, conversation.DialogState, conversation.Id]));
        db.Work.Hold(new HeldRow(SaveOwner, conversation.Ownership));
        db.Work.Hold(new HeldRow(SaveReference, () => [conversation.Reference, conversation.Id]));
        return conversation;
    }

    public static Conversation From(Row row) => new()
    {
        Id = row.Text(0),
        CustomerId = row.Text(1),
        Channel = row.Text(2),
        IsPushed = row.Flag(3),
        StartedAt = row.Moment(4),
        Language = row.Text(5),
        AddressHash = row.TextOrNone(6),
        Owner = row.Name<Owner>(7),
        OwnerAgentId = row.TextOrNone(8),
        Epoch = row.Number(9),
        LastSeq = row.Number(10),
        LastStamp = row.Moment(11),
        CustomerSpoke = row.Flag(12),
        ClosedAt = row.MomentOrNone(13),
        DialogState = row.TextOrNone(14),
        Reference = row.TextOrNone(15),
        UserId = row.TextOrNone(16),
        IsVouched = row.Count(17) == 1,
    };

    private object?[] Ownership() => [AddressHash, Owner, OwnerAgentId, Epoch, CustomerSpoke, ClosedAt, Id];
}
