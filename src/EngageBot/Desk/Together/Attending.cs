using Microsoft.AspNetCore.Components.Server.Circuits;

namespace EngageBot.Desk.Together;

/// <summary>Tells a desk whether its browser is still there.</summary>
internal sealed class Attending(Company company) : CircuitHandler
{
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => company.GoAsync();

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        company.Return();
        return Task.CompletedTask;
    }
}
