using EngageBot.Conversing;
using EngageBot.Storage;

namespace EngageBot.Approving.Knowing;

/// <summary>Forgets a person who asks for it: at once, everywhere, for good.</summary>
internal sealed partial class Oblivion(Database database, Withdrawals withdrawals, Bell bell, ILogger<Oblivion> logger)
{
    /// <returns>How many mentions lost their words; null when nobody bears this handle.</returns>
    public async Task<int?> ForgetAsync(string handle, string person, CancellationToken cancellationToken)
    {
        var forgotten = await database.WriteAsync(
            async session => await HeldAbout.TalkerAsync(session, handle) is { } id ? await withdrawals.BecauseForgottenAsync(session, id) : (int?)null,
            cancellationToken);
        if (forgotten is not { } count)
            return null;
        LogForgotten(person, count);
        bell.Ring(Topic.Mentions);
        return count;
    }

    [LoggerMessage(LogLevel.Information, "{Person} had somebody forgotten who asked for it: {Count} mentions lost their words")]
    private partial void LogForgotten(string person, int count);
}
