namespace EngageBot.Model;

/// <summary>One of the organisation's own accounts that EngageBot listens for.</summary>
/// <param name="Id">Our key of it.</param>
/// <param name="Network">The network it lives on, for example <c>x</c>.</param>
/// <param name="Self">The account as the network names it.</param>
public sealed record Account(string Id, string Network, Person Self);
