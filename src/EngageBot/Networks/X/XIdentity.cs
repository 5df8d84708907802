using EngageBot.Model;

namespace EngageBot.Networks.X;

/// <summary>Whose keys these are.</summary>
/// <param name="ClockAhead">How far this machine's clock is ahead of X's, to about a second; null when X did not say.</param>
public sealed record XIdentity(Person Self, TimeSpan? ClockAhead);
