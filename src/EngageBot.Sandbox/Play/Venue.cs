using EngageBot.Sandbox.Api;
using EngageBot.Sandbox.Faults;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Play;

/// <summary>Where posting on behalf of followers happens: the square, who is spoken to, and what they have read.</summary>
internal sealed record Venue(
    PublicSquare Square, IReadOnlyList<User> Accounts, Readership Readership, FaultBook Faults, TimeProvider Clock);
