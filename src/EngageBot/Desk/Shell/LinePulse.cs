using EngageBot.Storage;

namespace EngageBot.Desk.Shell;

/// <summary>Whether the line runs, in one sentence for the top of the desk.</summary>
internal sealed record LinePulse(bool Live, string Sentence, DateTimeOffset? Since = null)
{
    public static LinePulse Connecting { get; } = new(true, "connecting");

    /// <summary>The first thing that stands still decides; reading comes before posting.</summary>
    /// <param name="unknown">Why the network has not named our accounts; null when it has.</param>
    public static LinePulse Of(IReadOnlyList<AccountStanding> accounts, string? unknown, DateTimeOffset now)
    {
        if (unknown is not null)
            return new LinePulse(false, $"The network does not say yet who we are. {unknown}");
        if (accounts.Count == 0)
            return new LinePulse(false, "No account is connected yet. Mentions will come in as soon as one is.");
        if (accounts.FirstOrDefault(account => account.ListeningProblem is not null) is { } deaf)
            return new LinePulse(false, $"New mentions are not coming in for @{deaf.Account.Self.Handle}. {deaf.ListeningProblem}", deaf.ListeningProblemSince);
        if (accounts.FirstOrDefault(account => account.PostingProblem is not null) is { } mute)
            return new LinePulse(false, $"Replies of @{mute.Account.Self.Handle} wait; none is lost. {mute.PostingProblem}", mute.PostingProblemSince);
        if (accounts.FirstOrDefault(account => account.PostAfter > now) is { } paced)
            return new LinePulse(true, $"live, replies go out again in {Ago.Span(paced.PostAfter - now)}");
        return new LinePulse(true, "live");
    }
}
