using System.Data.Common;
using EngageBot.Conversing;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Benchmarks.Desks;

/// <summary>The rows that the line would have left behind, gathered to be brought in at once.</summary>
internal sealed class Past
{
    private const string Draft = "Thank you for coming, and for telling us. The lute was built in the room above the stage, so it has not far to go.";
    private readonly BulkTable talkers = new("talker", "id", "network", "user_id", "handle", "name");
    private readonly BulkTable conversations = new("conversation", "id", "account_id", "thread_id", "talker_id", "version");
    private readonly BulkTable mentions = new(
        "mention", "id", "account_id", "conversation_id", "talker_id", "post_id", "in_reply_to", "text", "posted_at", "seen_at", "checked_at", "state", "state_since",
        "snoozed_until", "intent", "confidence", "reply_welcome", "language", "reasons", "place", "urgency");
    private readonly BulkTable wordings = new("wording", "mention_id", "place", "text", "sources");
    private readonly BulkTable replies = new(
        "reply", "id", "mention_id", "account_id", "conversation_id", "talker_id", "conversation_version", "target_post_id", "text", "sources", "state", "state_since",
        "approved_by", "approved_at", "send_after", "post_id");
    private readonly BulkTable contexts = new("context_post", "account_id", "post_id", "thread_id", "user_id", "handle", "name", "text", "posted_at");
    private readonly BulkTable journal = new("journal", "id", "at", "actor", "mention_id", "what", "from_state", "to_state", "why");
    private readonly BulkTable said = new("said", "number", "id", "mention_id", "kind", "user_id", "words");
    private long posts = 1_000_000_000;
    private long sayings;

    /// <summary>How many have been gathered since the last time.</summary>
    public int Mentions { get; private set; }

    public Talker Meet(string userId, string handle, string name, TimeProvider clock)
    {
        var talker = new Talker(Ids.New(clock), userId, handle, name);
        talkers.Add(talker.Id, "x", userId, handle, name);
        return talker;
    }

    public Talk Begin(Account account, Talker talker, TimeProvider clock)
    {
        var talk = new Talk(Ids.New(clock), account, talker, $"{posts++}");
        conversations.Add(talk.Id, account.Id, talk.ThreadId, talker.Id, 2L);
        return talk;
    }

    public void Say(Talk talk, Line line, DateTimeOffset at, MentionState state, Random dice, TimeProvider clock)
    {
        var (id, post, when) = (Ids.New(clock), $"{posts++}", at.ToUnixTimeMilliseconds());
        var decided = when + dice.Next(120) * 60_000L;
        var target = dice.Next(5) == 0 ? $"{posts++}" : null;
        if (target is not null)
            contexts.Add(talk.Account.Id, target, talk.ThreadId, talk.Account.Self.UserId, talk.Account.Self.Handle, talk.Account.Self.Name, "Tonight the lute comes back to our small stage.", when - 3_600_000);
        mentions.Add(
            id, talk.Account.Id, talk.Id, talk.Talker.Id, post, target, state == MentionState.Withdrawn ? "" : line.Text, when, when + 20_000, when + 20_000, Words.Of(state), decided,
            state == MentionState.Snoozed ? clock.Milliseconds() + 86_400_000L : null, Words.Of(line.Intent), 880L, 1L, line.Language, "says what it wants",
            line.Intent == Intent.Complaint ? when - 10_800_000 : when, line.Intent == Intent.Complaint ? Words.Of(Urgency.Care) : null);
        if (state != MentionState.Withdrawn)
            Keep("mention", id, id, when, talk.Talker.UserId, Said.WordsOf(line.Text, talk.Talker.Name, talk.Talker.Handle, line.Language));
        for (var place = 0L; place < 3; place++)
            wordings.Add(id, place, Draft, "replies/thanks/lute");
        Note(id, when + 20_000, Journal.Engine, "seen", "", MentionState.Waiting, clock);
        if (state == MentionState.Answered)
            Answer(talk, id, post, decided, line.Language, dice, clock);
        else if (state is not MentionState.Waiting)
            Note(id, decided, "Ana", Words.Of(state), Words.Of(MentionState.Waiting), state, clock);
        Mentions++;
    }

    /// <summary>In an order in which every row finds the rows it names.</summary>
    public async Task FlushAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var table in new[] { talkers, conversations, mentions, wordings, replies, contexts, journal, said })
            await table.FlushAsync(connection, transaction, cancellationToken);
        Mentions = 0;
    }

    private void Answer(Talk talk, string mentionId, string target, long at, string language, Random dice, TimeProvider clock)
    {
        var (id, text) = (Ids.New(clock), $"{Draft} See you in {dice.Next(400)} days, {talk.Talker.Name.Split(' ')[0]}?");
        Keep("reply", id, mentionId, at + 6_000, talk.Account.Self.UserId, Said.WordsOf(text, talk.Account.Self.Name, talk.Account.Self.Handle, language));
        replies.Add(
            id, mentionId, talk.Account.Id, talk.Id, talk.Talker.Id, 2L, target, text, "replies/thanks/lute", "sent", at + 6_000,
            dice.Next(2) == 0 ? "Ana" : "Ben", at, at + 5_000, $"{posts++}");
        Note(mentionId, at, "Ana", "approved", "waiting", MentionState.Answering, clock);
        Note(mentionId, at + 5_000, Journal.Engine, "sending", "answering", MentionState.Answering, clock);
        Note(mentionId, at + 6_000, Journal.Engine, "sent", "answering", MentionState.Answered, clock);
    }

    private void Keep(string kind, string id, string mentionId, long at, string userId, string words) =>
        said.Add((at << 12) + (sayings++ & 4095), id, mentionId, kind, userId, words);

    private void Note(string mentionId, long at, string actor, string what, string from, MentionState to, TimeProvider clock) =>
        journal.Add(Ids.New(clock), at, actor, mentionId, what, from, Words.Of(to), "");
}

/// <summary>A talk with one follower in one thread.</summary>
internal sealed record Talk(string Id, Account Account, Talker Talker, string ThreadId);
