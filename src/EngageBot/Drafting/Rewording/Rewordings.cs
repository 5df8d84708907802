using System.Collections.Concurrent;
using System.Data.Common;
using EngageBot.Conversing;
using EngageBot.Language;
using EngageBot.Library;
using EngageBot.Library.Voice;
using EngageBot.Model;
using EngageBot.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace EngageBot.Drafting.Rewording;

/// <summary>
/// Has a language model say a draft in other words, as one more alternative for a person. What it adds, repeats or sells is dropped
/// without a word; after trouble it is left in peace for a while. It posts, decides and stores nothing.
/// </summary>
internal sealed partial class Rewordings(
    IChatClient model, PromptLibrary library, Database database, IOptions<RewordingOptions> options, TimeProvider clock, ILogger<Rewordings> logger) : IDisposable
{
    private const int MostAtOnce = 2;
    private const int MostRemembered = 200;
    private const double NearEqual = 0.7;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(MostAtOnce);
    // the same letter is opened again and again, and by colleagues
    private readonly ConcurrentDictionary<(string MentionId, string Draft), Wording?> remembered = new();
    private long restsUntil;

    public bool AreOn => options.Value.Enabled;

    /// <summary>The draft's first wording in other words; null when there is nothing worth showing. Throws only when it is cancelled.</summary>
    public async Task<Wording?> OfferAsync(Mention mention, Draft draft, CancellationToken cancellationToken)
    {
        if (!AreOn || draft.Wordings is not [var wording, ..])
            return null;
        if (remembered.TryGetValue((mention.Id, wording.Text), out var known))
            return known;
        await turn.WaitAsync(cancellationToken);
        try
        {
            return clock.GetUtcNow().UtcTicks < Interlocked.Read(ref restsUntil) ? null : Remember(mention, wording, await AskAsync(mention, draft, cancellationToken));
        }
        catch (Exception trouble) when (trouble is ChatTroubleException or DbException)
        {
            Interlocked.Exchange(ref restsUntil, (clock.GetUtcNow() + Rest).UtcTicks);
            LogTrouble(trouble is ChatTroubleException ? trouble.Message : StorageTrouble.Explain(trouble) ?? trouble.Message);
            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private Wording? Remember(Mention mention, Wording wording, Wording? reworded)
    {
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        return remembered[(mention.Id, wording.Text)] = reworded;
    }

    private async Task<Wording?> AskAsync(Mention mention, Draft draft, CancellationToken cancellationToken)
    {
        var wording = draft.Wordings[0];
        var disguise = new Disguise(mention.Post.Author);
        var theirs = disguise.Theirs(mention.Post.Text);
        var answer = await model.GetResponseAsync(RewordingRequest.For(theirs, disguise.Ours(wording.Text)), cancellationToken: cancellationToken);
        var text = disguise.Undo(Tidy(answer.Text), wording.Text);
        var flaw = answer.FinishReason == ChatFinishReason.Length ? "it breaks off" : Flaw(text, mention, draft, theirs) ?? await WornAsync(text, mention, cancellationToken);
        if (flaw is null)
            return wording with { Text = text };
        LogDropped(mention.Id, flaw);
        return null;
    }

    private string? Flaw(string text, Mention mention, Draft draft, string theirs)
    {
        if (!WeightedText.IsValid(text))
            return "it is empty or too long";
        var print = new TextPrint(text);
        if (draft.Wordings.Any(wording => new TextPrint(wording.Text) is var other && (other.Plain == print.Plain || other.Likeness(print) >= NearEqual)))
            return "it is nearly a wording that is there";
        var words = library.Current.Snapshot;
        var intent = mention.Understanding.Intent;
        var fidelity = new Fidelity(
            draft.Wordings[0].Text, RewordingSources.Behind(draft.Wordings[0], words), theirs, intent is Intent.Question or Intent.Curiosity, RewordingSources.Common(words));
        if (fidelity.Objection(text) is { } added)
            return $"it adds {added}";
        if (intent == Intent.Complaint && text.Contains('!', StringComparison.Ordinal))
            return "it raises its voice at a complaint";
        var report = words.Lint.Read(text, LintContext.For(mention.Post, intent, words.Voice.DayOf(clock.GetUtcNow())));
        return report.Verdict == LintVerdict.Block ? "it reads like an advert" : null;
    }

    private async Task<string?> WornAsync(string text, Mention mention, CancellationToken cancellationToken) =>
        await database.ReadAsync(session => TalkAsync(session, mention), cancellationToken) is { } talk && new Freshness(talk).Wear(text) != 0
            ? "it is close to what we said or propose elsewhere"
            : null;

    private static async Task<Talk?> TalkAsync(Session session, Mention mention) =>
        await RecentMentions.OneAsync(session, mention.Id) is { } recent
            ? await Talks.WithAsync(session, recent.ConversationId, recent.TalkerId, await Talks.RecentWordsAsync(session, recent.Account.Id, besides: mention.Id), besides: mention.Id)
            : null;

    /// <summary>The words alone: without what a model thought aloud before them or put around them.</summary>
    private static string Tidy(string answer)
    {
        const string thought = "</think>";
        var text = answer.LastIndexOf(thought, StringComparison.Ordinal) is >= 0 and var end ? answer[(end + thought.Length)..] : answer;
        return Typography.Tidy(text.Trim().Trim('"', '“', '”', '„'));
    }

    [LoggerMessage(LogLevel.Warning, "The language model offers no rewording for a minute: {Reason}. Drafts come as ever.")]
    private partial void LogTrouble(string reason);

    [LoggerMessage(LogLevel.Debug, "A rewording for mention {MentionId} was dropped: {Flaw}")]
    private partial void LogDropped(string mentionId, string flaw);
}
