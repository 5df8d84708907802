using EngageBot.Benchmarks.Figures;

namespace EngageBot.Benchmarks.Season;

/// <summary>What followers noticed in a season.</summary>
internal sealed class SeasonTally
{
    public int Mentions { get; set; }

    public int Replies { get; set; }

    public int Questions { get; set; }

    public int Repeats { get; set; }

    public int SecondGreetings { get; set; }

    public int SecondThanks { get; set; }

    public int TalkedPast { get; set; }

    public int Endings { get; set; }

    public int AfterEnding { get; set; }

    public int AmongFriends { get; set; }

    public int IntoFriends { get; set; }

    public HashSet<string> ContactedAfterStop { get; } = [];

    public double Days { get; set; }

    public void Report(FigureTable table, string run, IReadOnlyList<SeasonFollower> followers, DateTimeOffset end, bool withAims)
    {
        var talks = followers.SelectMany(follower => follower.Talks.Values).Where(talk => talk.OurReplies > 0).ToList();
        var promises = followers.Where(follower => !follower.Memory.SaidStop).SelectMany(follower => follower.Memory.Promises).Where(promise => promise.Due <= end || promise.KeptAt is not null).ToList();
        Aim? Zero() => withAims ? Aim.AtMost(0) : null;
        table.Add($"{run}: mentions", Mentions, "");
        table.Add($"{run}: days", Days, "");
        table.Add($"{run}: replies", Replies, "");
        table.Add($"{run}: talks", talks.Count, "");
        table.Add($"{run}: turns per conversation, mean", talks.Average(talk => talk.TheirPosts + talk.OurReplies), "");
        table.Add($"{run}: conversations of five turns and more", Percent(talks.Count(talk => talk.TheirPosts + talk.OurReplies >= 5), talks.Count), "%");
        table.Add($"{run}: return rate (came back after our first reply)", Percent(talks.Count(talk => talk.CameBack), talks.Count), "%");
        table.Add($"{run}: replies that ask back", Percent(Questions, Replies), "%");
        table.Add($"{run}: repeated phrases to one person", Repeats, "", Zero());
        table.Add($"{run}: second greetings", SecondGreetings, "", Zero());
        table.Add($"{run}: second thank-yous in a talk", SecondThanks, "", Zero());
        table.Add($"{run}: talked past a question", Percent(TalkedPast, Replies), "%");
        table.Add($"{run}: promises heard", promises.Count, "");
        table.Add($"{run}: promises kept in time", Percent(promises.Count(promise => promise.IsKeptInTime), promises.Count), "%", withAims ? Aim.AtLeast(100) : null);
        table.Add($"{run}: said stop", followers.Count(follower => follower.Memory.SaidStop), "");
        table.Add($"{run}: people contacted after stop", ContactedAfterStop.Count, "", Zero());
        table.Add($"{run}: fell silent", followers.Count(follower => follower.Memory.IsQuiet), "");
        table.Add($"{run}: replies after a natural ending", Percent(AfterEnding, Endings), "%", withAims ? Aim.AtMost(2) : null);
        table.Add($"{run}: replies into a talk among friends", Percent(IntoFriends, AmongFriends), "%");
    }

    private static double Percent(int part, int whole) => whole == 0 ? 0 : 100d * part / whole;
}
