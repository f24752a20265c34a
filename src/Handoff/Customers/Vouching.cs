using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Customers;

/// <summary>Keeps for whom the shop vouches. The host has checked the shop's signature before.</summary>
public sealed class Vouching
{
    private const int MostForgottenAtOnce = 500;

    private readonly HandoffDatabase _database;
    private readonly TimeProvider _time;

    internal Vouching(HandoffDatabase database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>
    /// From now on this visitor's conversation, which need not have begun, is the customer's. <paramref name="tokenKey"/> (1 to 64 characters)
    /// names the signed identity: the same visitor may show it again and take it into a new conversation, another visitor may not.
    /// False when another visitor showed it before.
    /// </summary>
    public async Task<bool> VouchAsync(
        string conversationId, string userId, string tokenKey, VouchedCustomer customer, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        try
        {
            return await _database.WriteAsync(db => VouchAsync(db, NewRecord(conversationId, userId, tokenKey, customer), now), cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Two showed it at the same moment; who was second finds the first one's record, or fails for a real reason.
            return await _database.WriteAsync(db => VouchAsync(db, NewRecord(conversationId, userId, tokenKey, customer), now), cancellationToken);
        }
    }

    /// <summary>The visitor signed out of the shop: none of their conversations is the customer's any more.</summary>
    public async Task WithdrawAsync(string userId, CancellationToken cancellationToken)
    {
        await using (var db = _database.Open())
        {
            if (!await db.Set<VouchRecord>().AnyAsync(v => v.UserId == userId && v.ConversationId != null, cancellationToken))
            {
                return;
            }
        }

        await _database.WriteAsync(db => EndAsync(db.Set<VouchRecord>().Where(v => v.UserId == userId)), cancellationToken);
    }

    /// <summary>The conversation is over.</summary>
    internal static Task<int> EndAsync(HandoffDb db, string conversationId) => EndAsync(db.Set<VouchRecord>().Where(v => v.ConversationId == conversationId));

    private static Task<int> EndAsync(IQueryable<VouchRecord> vouches) => vouches.ExecuteUpdateAsync(set => set.SetProperty(v => v.ConversationId, (string?)null));

    private static async Task<bool> VouchAsync(HandoffDb db, VouchRecord record, DateTime now)
    {
        // A visitor has one conversation at a time: proofs of earlier ones end with them. What lapsed goes on the way.
        var lapsed = await db.Set<VouchRecord>().Where(v => v.Until < now).OrderBy(v => v.Until).Select(v => v.TokenKey).Take(MostForgottenAtOnce).ToListAsync();
        await db.Set<VouchRecord>().Where(v => lapsed.Contains(v.TokenKey)).ExecuteDeleteAsync();
        await KnownFact.ForgetAsync(db, now);
        if (await db.Set<VouchRecord>().SingleOrDefaultAsync(v => v.TokenKey == record.TokenKey) is not { } known)
        {
            await EndAsync(db.Set<VouchRecord>().Where(v => v.UserId == record.UserId || v.ConversationId == record.ConversationId));
            db.Add(record);
            return true;
        }

        if (known.UserId != record.UserId)
        {
            return false;
        }

        await EndAsync(db.Set<VouchRecord>().Where(v => v.TokenKey != record.TokenKey && (v.UserId == record.UserId || v.ConversationId == record.ConversationId)));
        known.ConversationId = record.ConversationId;
        return true;
    }

    private static VouchRecord NewRecord(string conversationId, string userId, string tokenKey, VouchedCustomer customer) => new()
    {
        ConversationId = conversationId,
        UserId = userId,
        TokenKey = tokenKey,
        ShopId = customer.ShopId,
        Email = customer.Email,
        Phone = customer.Phone,
        Name = customer.Name,
        Until = customer.Until,
    };
}
