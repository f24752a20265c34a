using Warmline.Handoff;

namespace Warmline.Bot.Hosting;

/// <summary>The command line's <c>staff reset NAME</c>: a new one-time password, for when the last admin forgot theirs.</summary>
internal static class StaffCommands
{
    /// <summary>Null when the arguments are not for staff; else the exit code.</summary>
    public static async Task<int?> TryRunAsync(string[] args, WebApplication app, TextWriter output, TextWriter errors)
    {
        if (args is not ["staff", ..])
        {
            return null;
        }

        if (args is not ["staff", "reset", var name])
        {
            await errors.WriteLineAsync("usage: staff reset NAME     make a new one-time password");
            return 2;
        }

        await app.Services.MigrateHandoffAsync(CancellationToken.None);
        var password = await app.Services.ResetStaffPasswordAsync(name, CancellationToken.None);
        await (password is null
            ? errors.WriteLineAsync($"There is no account '{name}'.")
            : output.WriteLineAsync($"One-time password of {name}: {password}"));
        return password is null ? 1 : 0;
    }
}
