using EngageBot.Storage;

namespace EngageBot.Benchmarks.Faults;

/// <summary>Bugs that anybody might write, put in from outside, to show that the bench finds them.</summary>
internal sealed record Plant(string Name, params string[] Triggers)
{
    public static readonly Plant None = new("none");

    /// <summary>What nobody confirmed is sent again.</summary>
    public static readonly Plant ResendOnTimeout = new(
        "resend-on-timeout",
        "CREATE TRIGGER plant AFTER UPDATE OF state ON reply WHEN NEW.state = 'unclear' BEGIN UPDATE reply SET state = 'held' WHERE id = NEW.id; END");

    /// <summary>
    /// The bookmark says read before the mentions are stored; done by the part of the bench inside the program.
    /// The second reading of the last minutes, which heals it, is switched off.
    /// </summary>
    public static readonly Plant BookmarkBeforeInsert = new("bookmark-before-insert");

    /// <summary>Versions never rise, so an approval does not see that the talk moved on.</summary>
    public static readonly Plant NoGuardOnApprove = new(
        "no-guard-on-approve",
        "CREATE TRIGGER plant AFTER UPDATE OF version ON conversation BEGIN UPDATE conversation SET version = 1 WHERE id = NEW.id; END",
        "CREATE TRIGGER plant_new AFTER INSERT ON reply BEGIN UPDATE reply SET conversation_version = 1 WHERE id = NEW.id; END",
        "CREATE TRIGGER plant_carried AFTER UPDATE OF conversation_version ON reply BEGIN UPDATE reply SET conversation_version = 1 WHERE id = NEW.id; END");

    /// <summary>A plea to stop is heard and forgotten at once.</summary>
    public static readonly Plant StopForgotten = new(
        "stop-forgotten",
        "CREATE TRIGGER plant AFTER UPDATE OF opted_out_at ON talker WHEN NEW.opted_out_at IS NOT NULL BEGIN UPDATE talker SET opted_out_at = NULL WHERE id = NEW.id; END");

    public static readonly IReadOnlyList<Plant> All = [None, ResendOnTimeout, BookmarkBeforeInsert, NoGuardOnApprove, StopForgotten];

    public Task IntoAsync(Database database) => Triggers.Length == 0 ? Task.CompletedTask : database.WriteAsync(
        async session =>
        {
            foreach (var trigger in Triggers)
                await session.ExecuteAsync(trigger);
            return true;
        },
        CancellationToken.None);
}
