using System.Globalization;
using EngageBot.Approving;
using EngageBot.Conversing;
using EngageBot.Drafting;
using EngageBot.Language;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Tests.Line;
using Xunit;

namespace EngageBot.Tests.Conversing;

/// <summary>Plays one talk on the line: the first wording is approved and posted, and what holds for every talk is looked at each time.</summary>
internal sealed class ConversationRun(TestLine line, string name)
{
    private readonly string author = "p" + Math.Abs(name.GetHashCode(StringComparison.Ordinal)).ToString(CultureInfo.InvariantCulture)[..6];
    private readonly List<(string Text, string Facts)> said = [];
    private readonly List<string> saidHere = [];
    private string? thread;
    private Post? last;
    private Post? lastOfOurs;

    public async Task PlayAsync(IReadOnlyList<(string Who, string What)> steps)
    {
        foreach (var (who, what) in steps)
            await (who switch
            {
                "them" => WriteAsync(what, author),
                "friend" => WriteAsync($"@{author} {what}", "friend_of_theirs"),
                "us" => AnswerAsync(what),
                "phone" => PhoneAsync(what),
                "found" => FindAsync(what),
                "owed" => OwedAsync(int.Parse(what, CultureInfo.InvariantCulture)),
                "hours" => PassAsync(int.Parse(what, CultureInfo.InvariantCulture)),
                "new thread" => BeginAnewAsync(),
                _ => throw new InvalidOperationException($"'{who}' is no step of a talk."),
            });
    }

    private async Task WriteAsync(string text, string by)
    {
        line.Clock.Advance(TimeSpan.FromMinutes(3));
        var answers = by == author ? lastOfOurs : last;
        var us = text.StartsWith('@') ? text.Insert(text.IndexOf(' ', StringComparison.Ordinal), " @HarbourTheatre") : $"@HarbourTheatre {text}";
        last = line.Writes(us, by, thread, answers?.Id, by == author ? "Robin Vale" : "Tom", answers);
        thread ??= last.Id;
        await line.ListenAsync();
    }

    private async Task AnswerAsync(string expected)
    {
        var open = await line.OpenByPostAsync(last!.Id);
        var wishes = expected.Split("; ");
        if (wishes[0] == "withdrawn")
        {
            Assert.Equal(MentionState.Withdrawn, open.Mention.State);
            return;
        }
        Assert.Equal(MentionState.Waiting, open.Mention.State);
        if (wishes[0] == "lets be")
        {
            Assert.True(open.Draft.LetBe is { Length: > 0 } && open.Draft.Wordings.Count == 0, $"“{last.Text}” was to be let be, and would be answered: {string.Join(" | ", open.Draft.Wordings.Select(wording => wording.Text))}");
            Assert.IsType<Decision.Taken>(await line.Approvals.LetBeAsync(open.Mention.Id, open.Draft.LetBe, "Ana", CancellationToken.None));
            return;
        }
        Assert.True(open.Draft.Wordings.Count > 0, $"“{last.Text}” ({open.Mention.Understanding.Intent}) has no wording: {open.Draft.LetBe}");
        var wording = open.Draft.Wordings[0];
        HoldsForEveryTalk(wording.Text, FactsOf(wording), open.Mention.Understanding.Intent);
        foreach (var wish in wishes)
            Assert.True(Fulfils(wish, wording), $"“{last.Text}” ({open.Mention.Understanding.Intent}) was to be answered so that it {wish}, and would be: {wording.Text} ({string.Join(", ", wording.Sources)})");
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(open, wording));
        line.Clock.Advance(TimeSpan.FromSeconds(31));
        await line.PostAsync();
        Assert.Equal(MentionState.Answered, await line.StateAsync(open));
        lastOfOurs = line.Network.OwnPosts[^1];
        Assert.Equal(wording.Text, lastOfOurs.Text);
        said.Add((wording.Text, FactsOf(wording)));
        saidHere.Add(wording.Text);
    }

    private static bool Fulfils(string wish, Wording wording) => wish.Split(' ', 2) switch
    {
        ["replies"] => true,
        ["asks"] => Speech.Asks(wording.Text),
        ["promises"] => Speech.Promises(wording.Text),
        ["tells", var entry] => wording.Sources.Contains(entry),
        ["says", var words] => wording.Text.Contains(words, StringComparison.Ordinal),
        _ => throw new InvalidOperationException($"'{wish}' is nothing that a reply can do."),
    };

    private void HoldsForEveryTalk(string text, string facts, Intent intent)
    {
        var before = string.Join(" / ", said.Select(turn => turn.Text));
        Assert.True(WeightedText.IsValid(text), $"too long: {text}");
        Assert.False(saidHere.Count > 0 && Speech.Greets(text), $"greets again: {text} after {before}");
        Assert.False(saidHere.Exists(Speech.Thanks) && Speech.Thanks(text), $"thanks again: {text} after {before}");
        Assert.False(intent != Intent.Complaint && saidHere is [.., var lastSaid] && Speech.Asks(lastSaid) && Speech.Asks(text), $"asks again: {text} after {before}");
        Assert.False(said.Exists(turn => Speech.QuestionIn(turn.Text) is { Length: > 0 } asked && asked == Speech.QuestionIn(text)), $"asks the same: {text} after {before}");
        Assert.False(new HeardPhrases([.. said.Select(turn => turn.Text)]).HoldAny(text, facts), $"says it again: {text} after {before}");
        foreach (var pushy in new[] { "book now", "buy ", "don't miss", "get your tickets" })
            Assert.DoesNotContain(pushy, text, StringComparison.OrdinalIgnoreCase);
    }

    private static string FactsOf(Wording wording) =>
        string.Join(' ', Drafting.ShippedHouse.Library.Answers.Where(answer => wording.Sources.Contains(answer.Id)).Select(answer => answer.Text));

    private async Task PhoneAsync(string text)
    {
        line.Clock.Advance(TimeSpan.FromMinutes(2));
        lastOfOurs = line.Network.Publish(last!.Id, text);
        await line.Get<OwnTimeline>().LookAsync(line.Account, CancellationToken.None);
        said.Add((text, ""));
        saidHere.Add(text);
    }

    private async Task FindAsync(string answer)
    {
        var asked = (await line.Get<UnansweredQuestions>().ListAsync(100, CancellationToken.None)).First(question => question.Author.Handle == author);
        var outcome = await line.Get<FoundOut>().AnswerAsync(new QuestionGroup([asked]), answer, "Ana", CancellationToken.None);
        Assert.IsType<FindingOutcome.Told>(outcome);
    }

    private async Task OwedAsync(int count) =>
        Assert.Equal(count, (await line.Get<OwedAnswers>().ListAsync(100, CancellationToken.None)).Count(owed => owed.Author.Handle == author));

    private Task PassAsync(int hours)
    {
        line.Clock.Advance(TimeSpan.FromHours(hours));
        return Task.CompletedTask;
    }

    private Task BeginAnewAsync()
    {
        (thread, lastOfOurs) = (null, null);
        saidHere.Clear();
        return Task.CompletedTask;
    }
}
