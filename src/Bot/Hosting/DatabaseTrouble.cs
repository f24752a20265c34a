using System.Data.Common;
using BotFramework.Schema;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Warmline.Bot.Hosting;

/// <summary>The database is away, full or busy: 503 and a calm sentence in the protocol's form; a client that asks again later loses nothing.</summary>
internal sealed class DatabaseTrouble : IExceptionHandler
{
    private const string SecondsToWait = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        if (!IsTrouble(exception))
        {
            return false;
        }

        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = SecondsToWait;
        await http.Response.WriteAsJsonAsync(
            ErrorResponse.Of("ServiceUnavailable", "This could not be read or stored just now. Please try again in a moment."),
            ProtocolJson.Options, cancellationToken);
        return true;
    }

    private static bool IsTrouble(Exception? exception) =>
        exception is DbException or RetryLimitExceededException or TimeoutException || (exception is not null && IsTrouble(exception.InnerException));
}
