using System.Threading.Channels;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;

namespace Warmline.Handoff.Desk.Pages;

/// <summary>The agent's desk. One loop reads; bells and the agent's own doings only wake it.</summary>
public sealed partial class DeskPage
{
    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _leaving = new();
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<IDisposable> _bells = [];
    private IDisposable? _chatBell;
    private DotNetObjectReference<DeskPage>? _self;
    private IJSObjectReference? _script;
    private Task<bool>? _ring;
    private bool _sound = true;
    private bool _loaded;
    private DateTime _beatAt;
    private int _told = -1;

    /// <summary>The conversation in the address.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>The browser says whether somebody can see the page.</summary>
    [JSInvokable]
    public void Visible(bool visible)
    {
        Board.Visible = visible;
        Board.Wake();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        base.OnInitialized();
        Board.Woken += Wake;
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await RunAsync(StartAsync);
        }
        else if (_loaded && Board.Visible)
        {
            await RunQuietlyAsync(Chat.SawAllAsync);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Board.Woken -= Wake;
        _leaving.Cancel();
        _leaving.Dispose();
        _bells.ForEach(b => b.Dispose());
        _chatBell?.Dispose();
        _self?.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (_script is not null)
        {
            try
            {
                await _script.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The browser is gone, and its script with it.
            }
        }
    }

    private async Task StartAsync()
    {
        _self = DotNetObjectReference.Create(this);
        _script = await Js.InvokeAsync<IJSObjectReference>("import", "./_content/Warmline.Handoff/desk.js");
        var browser = await _script.InvokeAsync<Browser>("start", _self);
        Session.Clock.Use(browser.Zone, browser.MinutesEast);
        (Board.Visible, _sound) = (browser.Visible, browser.Sound);
        await Session.RequireAsync(_leaving.Token);
        _bells.Add(Bell.Listen(ConversationBell.Queue, _ => Wake()));
        _bells.Add(Bell.Listen(StaffAccounts.Topic(Session.Me!.Id), _ => Wake()));
        Follow(Id);
        _loaded = true;
        _ = LoopAsync(_leaving.Token);
    }

    private async Task LoopAsync(CancellationToken leaving)
    {
        while (!leaving.IsCancellationRequested)
        {
            await RunAsync(() => ReadAsync(leaving));
            await NextAsync(leaving);
        }
    }

    private async Task ReadAsync(CancellationToken leaving)
    {
        if (Connection.IsUp && Session.Clock.Now - _beatAt >= Presence.BeatEvery)
        {
            await Board.BeatAsync(leaving);
            _beatAt = Session.Clock.Now;
        }

        await Board.RefreshAsync(leaving);
        await Chat.RefreshAsync(leaving);
        if (_told != Board.View.Waiting.Count && Connection.IsUp)
        {
            _told = Board.View.Waiting.Count;
            await _script!.InvokeVoidAsync("waiting", leaving, _told, Texts["title"]);
        }
    }

    // A ring, something the agent did, or five seconds, whatever comes first.
    private async Task NextAsync(CancellationToken leaving)
    {
        try
        {
            _ring ??= _wake.Reader.WaitToReadAsync(leaving).AsTask();
            await _ring.WaitAsync(ReadEvery, Time, leaving);
            _wake.Reader.TryRead(out _);
            _ring = null;
        }
        catch (Exception waited) when (waited is TimeoutException or OperationCanceledException)
        {
            // Time to read again, or to leave.
        }
    }

    private Task OpenAsync(string? conversationId) => RunAsync(async () =>
    {
        Follow(conversationId);
        Board.Show(null);
        await _script!.InvokeVoidAsync("address", conversationId is null ? "desk" : $"desk/c/{Uri.EscapeDataString(conversationId)}");
        Wake();
    });

    private void Follow(string? conversationId)
    {
        _chatBell?.Dispose();
        Chat.Open(conversationId);
        _chatBell = conversationId is null ? null : Bell.Listen(conversationId, Heard);
    }

    private void Heard(Ring ring)
    {
        if (ring.Typing is { } typing)
        {
            _ = InvokeAsync(() => ShowTypingAsync(typing));
        }
        else
        {
            Wake();
        }
    }

    private Task ShowTypingAsync(Typing typing)
    {
        Chat.SeeTyping(typing);
        Board.Tell();
        return Task.CompletedTask;
    }

    private async Task SetSoundAsync(bool on)
    {
        _sound = on;
        await _script!.InvokeVoidAsync("sound", on);
    }

    // After drawing: nothing here may draw again.
    private async Task RunQuietlyAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (error is not SessionEndedException)
        {
            DeskLog.Failed(Log, Session.Me?.Id, error);
        }
        catch (SessionEndedException)
        {
            Wake();
        }
    }

    private void Wake() => _wake.Writer.TryWrite(true);

    private sealed record Browser(string? Zone, int MinutesEast, bool Visible, bool Sound);
}
