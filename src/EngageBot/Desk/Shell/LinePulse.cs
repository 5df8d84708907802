using EngageBot.Desk.Translation;
using EngageBot.Storage;

namespace EngageBot.Desk.Shell;

/// <summary>Whether the line runs, in one sentence for the top of the desk.</summary>
internal sealed record LinePulse(bool Live, string Sentence, DateTimeOffset? Since = null)
{
    public static LinePulse Connecting { get; } = new(true, "…");

    /// <summary>The first thing that stands still decides; reading comes before posting.</summary>
    /// <param name="unknown">Why the network has not named our accounts; null when it has.</param>
    public static LinePulse Of(IReadOnlyList<AccountStanding> accounts, string? unknown, DateTimeOffset now, Phrases phrases)
    {
        if (unknown is not null)
            return new LinePulse(false, phrases["The network does not say yet who we are. {0}", phrases.Told(unknown)]);
        if (accounts.Count == 0)
            return new LinePulse(false, phrases["No account is connected yet. Mentions will come in as soon as one is."]);
        if (accounts.FirstOrDefault(account => account.ListeningProblem is not null) is { } deaf)
            return new LinePulse(false, phrases["New mentions are not coming in for @{0}. {1}", deaf.Account.Self.Handle, phrases.Told(deaf.ListeningProblem!)], deaf.ListeningProblemSince);
        if (accounts.FirstOrDefault(account => account.PostingProblem is not null) is { } mute)
            return new LinePulse(false, phrases["Replies of @{0} wait; none is lost. {1}", mute.Account.Self.Handle, phrases.Told(mute.PostingProblem!)], mute.PostingProblemSince);
        if (accounts.FirstOrDefault(account => account.Gap is not null) is { } gap)
            return new LinePulse(false, phrases.Told(gap.Gap!), gap.GapAt);
        if (accounts.FirstOrDefault(account => account.PostAfter > now) is { } paced)
            return new LinePulse(true, phrases["live, replies go out again in {0}", Ago.Span(paced.PostAfter - now, phrases)]);
        return new LinePulse(true, phrases["live"]);
    }
}
