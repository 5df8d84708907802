using EngageBot.Sandbox.Square;
using EngageBot.Storage;

namespace EngageBot.Benchmarks.Faults;

/// <summary>Holds the eight promises against what is public and against what the managers were told.</summary>
internal sealed class Verdict(Database database, Followers followers, Memory memory)
{
    private readonly List<string> flaws = [];

    public async Task<IReadOnlyList<string>> FlawsAsync()
    {
        var mentions = await ReadAsync<MentionRow>("SELECT id AS Id, post_id AS PostId, state AS State, text AS Text, typed_text AS Typed FROM mention");
        var replies = await ReadAsync<ReplyRow>("SELECT id AS Id, mention_id AS MentionId, state AS State, text AS Text, post_id AS PostId FROM reply");
        var journal = await ReadAsync<JournalRow>("SELECT mention_id AS MentionId, what AS What, from_state AS FromState, to_state AS ToState FROM journal ORDER BY rowid");
        JudgeMentions(mentions);
        JudgePublic(mentions, replies);
        JudgeDecisions(mentions, replies, journal);
        JudgeJournal(mentions, journal);
        JudgeReceipt(mentions, journal);
        JudgeStops(mentions, journal);
        foreach (var id in memory.Unseen)
            flaws.Add($"unseen: the approval of {id} went through although its author had written again");
        return flaws;
    }

    /// <summary>2: stored once, none lost. 8: nothing is left of what was deleted.</summary>
    private void JudgeMentions(IReadOnlyList<MentionRow> mentions)
    {
        var stored = mentions.ToLookup(mention => mention.PostId);
        foreach (var post in followers.Mentions)
        {
            var copies = stored[post.IdText].ToList();
            if (copies.Count == 0 && !post.IsDeleted)
                flaws.Add($"lost mention: {post.IdText}");
            if (copies.Count > 1)
                flaws.Add($"double mention: {post.IdText} is stored {copies.Count} times");
            if (post.IsDeleted && copies.Exists(copy => copy.Text.Length > 0))
                flaws.Add($"remembered: the deleted mention {post.IdText} is still stored");
        }
    }

    /// <summary>1: letter by letter what a person approved. 3: at most once, and known as sent.</summary>
    private void JudgePublic(IReadOnlyList<MentionRow> mentions, IReadOnlyList<ReplyRow> replies)
    {
        var ids = mentions.ToLookup(mention => mention.PostId, mention => mention.Id);
        foreach (var said in followers.OurReplies.GroupBy(post => post.InReplyTo?.IdText ?? ""))
        {
            if (said.Count() > 1)
                flaws.Add($"double post: {said.Count()} replies to {said.Key}: {string.Join(" | ", said.Select(post => post.Typed))}");
            var id = ids[said.Key].FirstOrDefault("");
            var standing = memory.StandingApprovals(id);
            foreach (var post in said)
            {
                if (!standing.Any(act => act.Text == post.Typed))
                    flaws.Add($"unapproved post: {post.IdText} to {said.Key}: {post.Typed}");
                if (!replies.Any(reply => reply.MentionId == id && reply.State == "sent" && reply.PostId == post.IdText))
                    flaws.Add($"lost decision: {post.IdText} is public and its reply is {string.Join(' ', replies.Where(reply => reply.MentionId == id).Select(reply => reply.State))}");
            }
        }
        var known = followers.OurReplies.Select(post => post.IdText).ToHashSet();
        foreach (var reply in replies.Where(reply => reply.State == "sent" && !known.Contains(reply.PostId!)))
            flaws.Add($"phantom: reply {reply.Id} is called sent and is not public");
    }

    /// <summary>Every decision that was confirmed is in the journal, and nothing there was never asked for.</summary>
    private void JudgeDecisions(IReadOnlyList<MentionRow> mentions, IReadOnlyList<ReplyRow> replies, IReadOnlyList<JournalRow> journal)
    {
        foreach (var (verb, what) in new[] { (Verb.Approve, "approved"), (Verb.LetBe, "let-be"), (Verb.Snooze, "snoozed"), (Verb.Undo, "undone") })
            foreach (var mention in mentions)
            {
                var written = journal.Count(line => line.MentionId == mention.Id && (line.What == what || (verb == Verb.Undo && line.What == "reopened")));
                var asked = memory.Acts.Where(act => act.MentionId == mention.Id && act.Verb == verb).ToList();
                var (sure, unsure) = (asked.Count(act => act.Told == Told.Yes), asked.Count(act => act.Told == Told.Nothing));
                // undoing what waits already is taken without a line
                if ((written < sure && verb != Verb.Undo) || written > sure + unsure)
                    flaws.Add($"lost decision: {what} of {mention.Id} stands {written} times in the journal, {sure} were confirmed and {unsure} left open");
            }
        foreach (var mention in mentions.Where(mention => mention is { State: "waiting", Text.Length: > 0 }))
            if (memory.Acts.Where(act => act.MentionId == mention.Id && act.Told != Told.No).ToList() is [.. var before, { Verb: Verb.Draft, Told: Told.Yes } edit]
                && before.TrueForAll(act => act.Ended < edit.Began) && mention.Typed != edit.Text)
                flaws.Add($"lost decision: the words typed last for {mention.Id} were \"{edit.Text}\", and \"{mention.Typed}\" is kept");
        foreach (var mention in mentions.Where(mention => mention.State == "answering"))
            flaws.Add($"lost decision: {mention.Id} is called on its way, its replies are {string.Join(' ', replies.Where(reply => reply.MentionId == mention.Id).Select(reply => reply.State))}");
    }

    /// <summary>6: the journal tells the whole way of every mention, without a gap.</summary>
    private void JudgeJournal(IReadOnlyList<MentionRow> mentions, IReadOnlyList<JournalRow> journal)
    {
        var stories = journal.ToLookup(line => line.MentionId);
        foreach (var mention in mentions)
        {
            var froms = stories[mention.Id].Select(line => line.FromState).Append(mention.State).Order(StringComparer.Ordinal);
            var tos = stories[mention.Id].Select(line => line.ToState).Append("").Order(StringComparer.Ordinal);
            if (!froms.SequenceEqual(tos))
                flaws.Add($"journal: the story of {mention.Id} has a gap: {string.Join(", ", stories[mention.Id].Select(line => $"{line.FromState}>{line.What}>{line.ToState}"))}, now {mention.State}");
        }
    }

    /// <summary>5: seen and standing agree.</summary>
    private void JudgeReceipt(IReadOnlyList<MentionRow> mentions, IReadOnlyList<JournalRow> journal)
    {
        var seen = journal.Count(line => line.What == "seen");
        if (seen != mentions.Count)
            flaws.Add($"receipt: {seen} seen, {mentions.Count} stand somewhere");
    }

    /// <summary>
    /// 7: who said stop gets no reply that left after it was heard. By the order in which things were written down: the program's
    /// clock is an hour ahead at times, and then a reply of before the plea bears a later time.
    /// </summary>
    private void JudgeStops(IReadOnlyList<MentionRow> mentions, IReadOnlyList<JournalRow> journal)
    {
        var authors = followers.Mentions.ToDictionary(post => post.IdText, post => post.Author);
        var pleas = followers.Mentions.Where(post => post.Typed == Followers.Plea).Select(post => post.IdText).ToHashSet();
        var posts = mentions.ToDictionary(mention => mention.Id, mention => mention.PostId);
        var silenced = new HashSet<User>();
        foreach (var line in journal)
        {
            var post = posts[line.MentionId];
            if (line.What == "seen" && pleas.Contains(post))
                silenced.Add(authors[post]);
            else if (line.What == "sending" && silenced.Contains(authors[post]))
                flaws.Add($"stop ignored: a reply to {post} left after its author had asked us to stop");
        }
    }

    private Task<IReadOnlyList<T>> ReadAsync<T>(string sql) => database.ReadAsync(session => session.QueryAsync<T>(sql), CancellationToken.None);

    private sealed record MentionRow(string Id, string PostId, string State, string Text, string? Typed);

    private sealed record ReplyRow(string Id, string MentionId, string State, string Text, string? PostId);

    private sealed record JournalRow(string MentionId, string What, string FromState, string ToState);
}
