using EngageBot.Model;
using EngageBot.Sandbox.Followers;

namespace EngageBot.Benchmarks.Season;

/// <summary>A season of mentions in simulated time: followers write, the manager sits down every two hours, followers hear the replies.</summary>
internal sealed class Season
{
    private const double FriendsTurnUp = 0.06;
    private const double FriendIsAnswered = 0.5;
    private static readonly TimeSpan PromiseHolds = TimeSpan.FromHours(48);
    private static readonly DateTimeOffset Begins = new(2026, 9, 1, 7, 0, 0, TimeSpan.Zero);
    private static readonly int[] Sittings = [8, 10, 12, 14, 16, 18, 20];

    private readonly Lines lines = new();
    private readonly PriorityQueue<Action, (DateTimeOffset At, int Order)> plans = new();
    private readonly Dictionary<string, SeasonFollower> byPost = new(StringComparer.Ordinal);
    private readonly HashSet<string> endings = new(StringComparer.Ordinal);
    private readonly HashSet<string> amongFriends = new(StringComparer.Ordinal);
    private readonly List<SeasonFollower> followers;
    private readonly Hearing hearing;
    private readonly Ear ear = new(Script.Shared);
    private readonly Tongue tongue = new(Script.Shared, SeasonNetwork.Self.Handle);
    private readonly Dice dice;
    private readonly SeasonHouse house;
    private readonly SeasonManager manager;
    private int planned;
    private int heard;

    public Season(SeasonHouse house, int people, int seed, bool remembers)
    {
        this.house = house;
        manager = new SeasonManager(house, remembers);
        dice = Dice.For(seed, "season");
        hearing = new Hearing(lines);
        followers = [.. Audience.Of(people, seed).Select(seat => new SeasonFollower(seat.Member, seat.Temper, Dice.For(seed, seat.Member.Follower.Handle), lines, tongue))];
    }

    public static DateTimeOffset FirstMorning => Begins;

    public SeasonTally Tally { get; } = new();

    public IReadOnlyList<SeasonFollower> Followers => followers;

    /// <summary>What annoyed, one a line: what it was, their words, ours.</summary>
    public List<string> Slips { get; } = [];

    public async Task RunAsync(int mentions, CancellationToken cancellationToken)
    {
        foreach (var follower in followers)
            PlanOpening(follower);
        for (var day = Begins.Date; Tally.Mentions < mentions; day = day.AddDays(1))
            foreach (var hour in Sittings)
            {
                var sitting = new DateTimeOffset(day.AddHours(hour), TimeSpan.Zero);
                while (Tally.Mentions < mentions && plans.TryPeek(out var act, out var when) && when.At <= sitting)
                {
                    plans.Dequeue();
                    house.Clock.MoveTo(when.At);
                    act();
                }
                house.Clock.MoveTo(sitting);
                await manager.SitAsync(cancellationToken);
                for (; heard < house.Network.Own.Count; heard++)
                    Hear(house.Network.Own[heard]);
            }
        Slips.AddRange(followers.SelectMany(follower => follower.Memory.Promises).Where(promise => !promise.IsKeptInTime && promise.Due <= house.Clock.GetUtcNow()).Select(promise => $"forgot\t{promise.Asked}\t{promise.Said}"));
        Tally.Days = (house.Clock.GetUtcNow() - Begins).TotalDays;
    }

    private void Plan(TimeSpan after, Action act) => plans.Enqueue(act, (house.Clock.GetUtcNow() + after, planned++));

    private void PlanOpening(SeasonFollower follower) => Plan(follower.UntilNextOpening(), () =>
    {
        Write(follower, follower.Open().Text, null);
        PlanOpening(follower);
    });

    private Post Write(SeasonFollower follower, string text, Post? answers)
    {
        var (handle, name, _) = follower.Member.Follower;
        var post = house.Network.Write(new Person("f-" + handle, handle, name), text, answers);
        byPost[post.Id] = follower;
        Tally.Mentions++;
        TalkOf(follower, post.ThreadId).TheirPosts++;
        return post;
    }

    private static Talk TalkOf(SeasonFollower follower, string thread)
    {
        if (!follower.Talks.TryGetValue(thread, out var talk))
            follower.Talks[thread] = talk = new Talk();
        return talk;
    }

    /// <summary>A reply of ours reaches the person it is for.</summary>
    private void Hear(Post reply)
    {
        var asked = house.Network[reply.InReplyTo!];
        var follower = byPost[asked.Id];
        var talk = TalkOf(follower, reply.ThreadId);
        var facts = manager.Facts.GetValueOrDefault(reply.Text) ?? [];
        var now = house.Clock.GetUtcNow();
        var wasOver = talk.IsOver;
        if (KeepPromises(follower, reply, now))
            talk.IsOver = false;
        var sound = hearing.Hear(reply.Text, asked.Text, follower.Memory, talk, now, facts);
        Count(follower, asked, reply, sound, wasOver && talk.IsOver);
        talk.OurReplies++;
        talk.IsOver = wasOver;
        var reaction = amongFriends.Contains(asked.Id) ? null : follower.React(sound, talk, ear.Hear(asked.Text, reply.Text), asked.Text, reply.Text);
        Remember(follower, talk, reply, asked, sound, facts, now);
        if (reaction is not null)
            Plan(reaction.After, () => Answer(follower, talk, reaction, reply));
        if (!talk.IsOver && dice.Chance(FriendsTurnUp))
            Plan(TimeSpan.FromMinutes(5 + dice.Below(60)), () => FriendTurnsUp(follower, asked));
    }

    private void Answer(SeasonFollower follower, Talk talk, Reaction reaction, Post reply)
    {
        talk.CameBack = true;
        var post = Write(follower, reaction.Text, reply);
        if (!reaction.Ends)
            return;
        talk.IsOver = true;
        if (follower.Memory.SaidStop)
        {
            follower.Memory.StopIsPublic = true;
            return;
        }
        endings.Add(post.Id);
        Tally.Endings++;
    }

    private void FriendTurnsUp(SeasonFollower follower, Post theirs)
    {
        var friend = followers[dice.Below(followers.Count)];
        if (friend == follower || friend.Member.Part is Part.Seller or Part.Heckler or Part.Neighbour)
            return;
        var said = Write(friend, $"@{follower.Member.Follower.Handle} @{SeasonNetwork.Self.Handle} {dice.Pick(lines.Own("friends"))}", theirs);
        AmongFriends(said);
        if (dice.Chance(FriendIsAnswered))
            Plan(TimeSpan.FromMinutes(2 + dice.Below(20)), () =>
                AmongFriends(Write(follower, $"@{friend.Member.Follower.Handle} @{SeasonNetwork.Self.Handle} {dice.Pick(lines.Own("friends back"))}", said)));
    }

    private void AmongFriends(Post post)
    {
        amongFriends.Add(post.Id);
        Tally.AmongFriends++;
    }

    /// <summary>True when this reply tells what they were promised: that is welcome whenever it comes.</summary>
    private bool KeepPromises(SeasonFollower follower, Post reply, DateTimeOffset now)
    {
        var told = follower.Memory.Promises.Exists(promise => promise.Thread == reply.ThreadId && hearing.Tells(reply.Text, promise.Asked));
        foreach (var promise in follower.Memory.Promises.Where(promise => promise.KeptAt is null && promise.Thread == reply.ThreadId && hearing.Tells(reply.Text, promise.Asked)))
        {
            promise.KeptAt = now;
            follower.Memory.GoodReplies += promise.IsKeptInTime ? 2 : 0;
        }
        foreach (var late in follower.Memory.Promises.Where(promise => promise is { KeptAt: null, IsMourned: false } && promise.Due < now))
        {
            late.IsMourned = true;
            follower.Memory.Annoyed++;
        }
        return told;
    }

    private void Count(SeasonFollower follower, Post asked, Post reply, Heard sound, bool isOver)
    {
        Note("repeats", sound.Repeats > 0, asked, reply);
        Note("greets again", sound.GreetsAgain, asked, reply);
        Note("thanks again", sound.ThanksAgain, asked, reply);
        Note("talks past", sound.TalksPast, asked, reply);
        Note("after an ending", isOver && endings.Contains(asked.Id), asked, reply);
        Note("after a stop", follower.Memory.StopIsPublic, asked, reply);
        Note("into friends", amongFriends.Contains(asked.Id), asked, reply);
        Tally.Replies++;
        Tally.Questions += sound.Question.Length > 0 ? 1 : 0;
        Tally.Repeats += sound.Repeats;
        Tally.SecondGreetings += sound.GreetsAgain ? 1 : 0;
        Tally.SecondThanks += sound.ThanksAgain ? 1 : 0;
        Tally.TalkedPast += sound.TalksPast ? 1 : 0;
        Tally.AfterEnding += isOver && endings.Contains(asked.Id) ? 1 : 0;
        Tally.IntoFriends += amongFriends.Contains(asked.Id) ? 1 : 0;
        if (follower.Memory.StopIsPublic)
            Tally.ContactedAfterStop.Add(follower.Member.Follower.Handle);
    }

    private void Note(string what, bool happened, Post asked, Post reply)
    {
        if (happened)
            Slips.Add($"{what}\t{asked.Text}\t{reply.Text}");
    }

    private static void Remember(SeasonFollower follower, Talk talk, Post reply, Post asked, Heard sound, IReadOnlyCollection<string> facts, DateTimeOffset now)
    {
        var memory = follower.Memory;
        Hearing.Remember(reply.Text, facts, memory);
        if (sound.Question.Length > 0)
            memory.Questions.Add(sound.Question);
        talk.Thanked |= sound.Thanks;
        talk.Greeted |= sound.Greets;
        memory.GreetedAt = sound.Greets ? now : memory.GreetedAt;
        if (sound.Promises && Hearing.QuestionIn(asked.Text).Length > 0 && !memory.Promises.Any(promise => promise.Thread == reply.ThreadId && promise.KeptAt is null))
            memory.Promises.Add(new Promise(reply.ThreadId, asked.Text, reply.Text, now + PromiseHolds));
    }
}
