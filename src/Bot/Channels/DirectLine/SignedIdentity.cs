using Warmline.Bot.Shop.Identity;
using Warmline.Handoff.Customers;

namespace Warmline.Bot.Channels.DirectLine;

/// <summary>
/// Takes the identity that the shop's page hands over with a session. Without one the customer is nobody in particular: whoever signs out
/// of the shop, and whoever sits down at the browser after them, is not the customer any more.
/// </summary>
internal sealed class SignedIdentity(CustomerTokens tokens, Vouching vouching, ILogger<SignedIdentity> logger)
{
    /// <summary><c>accepted</c>, or why it does not count; null when there was none. Words of our own: nothing of the token.</summary>
    public async Task<string?> TakeAsync(string? token, string conversationId, string userId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token))
        {
            await vouching.WithdrawAsync(userId, cancellationToken);
            return null;
        }

        var reading = await tokens.ReadAsync(token);
        var fault = reading switch
        {
            IdentityReading.Good good => await VouchAsync(good, conversationId, userId, cancellationToken) ? (IdentityFault?)null : IdentityFault.UsedElsewhere,
            IdentityReading.Refused refused => refused.Why,
            _ => throw new InvalidOperationException(),
        };
        if (fault is not { } why)
        {
            return "accepted";
        }

        // A token that does not count is as good as none.
        await vouching.WithdrawAsync(userId, cancellationToken);
        IdentityLog.Refused(logger, why);
        return char.ToLowerInvariant(why.ToString()[0]) + why.ToString()[1..];
    }

    private Task<bool> VouchAsync(IdentityReading.Good good, string conversationId, string userId, CancellationToken cancellationToken) => vouching.VouchAsync(
        conversationId,
        userId,
        good.TokenKey,
        new VouchedCustomer(good.Customer.Id, good.Until) { Email = good.Customer.Email, Phone = good.Customer.Phone, Name = good.Customer.Name },
        cancellationToken);
}
