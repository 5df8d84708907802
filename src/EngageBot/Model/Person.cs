namespace EngageBot.Model;

/// <summary>Somebody on a network, as the network names them.</summary>
/// <param name="UserId">The network's id, stable when the handle changes.</param>
/// <param name="Handle">Without the @.</param>
/// <param name="Name">The display name; the handle when the network gave none.</param>
public sealed record Person(string UserId, string Handle, string Name);
