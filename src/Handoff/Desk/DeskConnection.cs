using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Warmline.Handoff.Desk;

/// <summary>Whether the browser of this page is still there: a closed laptop must not look like an agent on duty.</summary>
internal sealed class DeskConnection : CircuitHandler
{
    public bool IsUp { get; private set; }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsUp = true;
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsUp = false;
        return Task.CompletedTask;
    }
}
