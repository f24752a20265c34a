using Warmline.Handoff.Promises;

namespace Warmline.Handoff.Desk.Calls;

/// <summary>What the agent of one open desk does with promised calls. Who comes too late is told so.</summary>
internal sealed class DeskCalls(DeskSession session, DeskBoard board, CallDesk calls)
{
    public Task ClaimAsync(string reference) => DoAsync(async () =>
        await calls.ClaimAsync(await session.RequireAsync(), reference, CancellationToken.None), "call.too_late");

    public Task LetGoAsync(string reference) => DoAsync(async () =>
        await calls.LetGoAsync(await session.RequireAsync(), reference, CancellationToken.None), "call.not_yours");

    public Task EndAsync(string reference, CallResult result, string? note) => DoAsync(async () =>
        await calls.EndAsync(await session.RequireAsync(), reference, result, note, CancellationToken.None), "call.not_yours");

    public Task MoveAsync(string reference, DateTime at) => DoAsync(async () =>
        await calls.MoveAsync(await session.RequireAsync(), reference, at, CancellationToken.None), "call.no_place");

    public async Task<IReadOnlyList<DateTime>> FreeAsync()
    {
        await session.RequireAsync();
        return await calls.FreeAsync(CancellationToken.None);
    }

    /// <summary>The call's time on the customer's clock.</summary>
    public string CustomerTime(CallbackRequest call) => CallTime.Write(calls.CustomerTime(call), session.Texts.Language, call.Zone);

    private async Task DoAsync(Func<Task<bool>> work, string refused)
    {
        var done = await work();
        board.Show(done ? null : session.Texts[refused]);
        board.Wake();
    }
}
