using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Listening;

/// <summary>Mentions that nobody can bring any more: told at the desk until somebody has looked for them by hand.</summary>
internal sealed partial class Gaps(AccountStore accounts, Bell bell, ILogger<Gaps> logger)
{
    /// <param name="from">The last look before it; null when unknown.</param>
    /// <param name="until">The oldest mention that the timeline still showed.</param>
    public async Task NoteAsync(Account account, DateTimeOffset? from, DateTimeOffset? until, string why, CancellationToken cancellationToken)
    {
        var sentence = FormattableString.Invariant(
            $"More people wrote to @{account.Self.Handle} between {from:yyyy-MM-dd HH:mm} and {until:yyyy-MM-dd HH:mm} UTC than X shows at once, and its search did not bring the rest: {why} Look for them on x.com.");
        LogGap(sentence);
        await accounts.NoteGapAsync(account.Id, sentence, cancellationToken);
        bell.Ring(Topic.Mentions);
    }

    [LoggerMessage(LogLevel.Error, "{Gap}")]
    private partial void LogGap(string gap);
}
