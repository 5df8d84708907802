using System.Globalization;
using System.Text.Json;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>POST and DELETE /2/tweets, with every refusal that X knows.</summary>
internal sealed class PostDesk(PublicSquare square, PostRules rules, DuplicateMemory duplicates, MediaShelf media)
{
    public Answer Create(XCall call)
    {
        if (call.Parameters.Faults.Count > 0)
            return Problems.Invalid(call.Words, call.Parameters.Faults);
        try
        {
            using var body = JsonDocument.Parse(call.Body);
            var errors = BodySchema.Check(body.RootElement);
            return errors.Count > 0 ? Problems.InvalidBody(call.Words, errors) : Create(call, Draft.Read(body.RootElement));
        }
        // Half a surrogate pair is an invalid operation to the reader, not bad JSON.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Problems.InvalidBody(call.Words, ["Requests with bodies must have valid JSON."]);
        }
    }

    public Answer Delete(XCall call)
    {
        var id = call.Parameters.Id("id", call.PathValue("id"));
        if (call.Parameters.Faults.Count > 0)
            return Problems.Invalid(call.Words, call.Parameters.Faults);
        if (square.Find(id) is { } post && post.Author != call.Caller.User)
            return Problems.Forbidden("You are not authorized to delete this Tweet.");
        var deleted = square.Delete(id);
        call.HasDeleted = deleted;
        return Answer.Ok(json =>
        {
            json.WriteStartObject("data");
            json.WriteBoolean("deleted", deleted);
            json.WriteEndObject();
        });
    }

    private Answer Create(XCall call, Draft draft)
    {
        if (RefuseText(call, draft) is { } unfit)
            return unfit;
        if (media.Take(call.Caller.User!, draft.Media) is not { } pictures)
            return Problems.InvalidBody(call.Words, ["Your media IDs are invalid."]);
        var wanted = new NewPost(call.Caller.User!, draft.Text)
        {
            Pictures = pictures,
            InReplyTo = Find(draft.Target),
            Quoted = Find(draft.Quoted),
            Edits = Find(draft.Edited),
            ReplySettings = draft.ReplySettings,
            ExcludedFromPrefix = draft.Excluded,
        };
        if (RefusePlace(call, draft, wanted) is { } refusal)
            return refusal;
        call.Created = duplicates.Publish(wanted, call.Now, rules.RefuseDuplicates);
        return call.Created is { } post ? Created(call, post) : Problems.Duplicate();
    }

    private Answer? RefuseText(XCall call, Draft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Text) && draft.Media.Count > 0)
            return null;
        if (string.IsNullOrWhiteSpace(draft.Text))
            return Problems.InvalidBody(call.Words, ["$.text: is missing but it is required"]);
        if (PostLength.Fault(draft.Text) is { } fault)
            return rules.OverlongStatus == 403 ? Problems.Forbidden(fault) : Problems.InvalidBody(call.Words, [fault]);
        return draft.Text.Split(' ').Count(word => word.Length > 1 && word[0] == '$' && char.IsAsciiLetter(word[1])) > 1
            ? Problems.Forbidden("Your Tweet may contain at most one cashtag.")
            : null;
    }

    private Answer? RefusePlace(XCall call, Draft draft, NewPost wanted)
    {
        var author = wanted.Author;
        if (draft.Target is not null && !IsVisible(wanted.InReplyTo, author, call.Now))
            return Problems.TargetGone();
        if (draft.Quoted is not null && !rules.AllowQuotes)
            return Problems.NotPermitted();
        if (draft.Quoted is not null && !IsVisible(wanted.Quoted, author, call.Now))
            return Problems.TargetGone();
        if (draft.Edited is not null && wanted.Edits is not { IsSuperseded: false, IsDeleted: false })
            return Problems.NotPermitted();
        if (wanted.Edits is { } edited && edited.Author != author)
            return Problems.NotPermitted();
        if (wanted.InReplyTo is { } target && rules.Summon != SummonRule.Off && !HasSummoned(target, author))
            return rules.Summon == SummonRule.New ? Problems.NotSummonedNew() : Problems.NotSummonedOld();
        return null;
    }

    private Post? Find(long? id) => id is { } known ? square.Find(known) : null;

    private static bool IsVisible(Post? post, User reader, DateTimeOffset now) =>
        post is { IsDeleted: false } && post.VisibleFrom <= now && Lookup.Absence(post, reader, "id") is null;

    // Mentioned or quoted by the author, or anywhere below a post of one's own.
    private static bool HasSummoned(Post target, User account)
    {
        if (target.Author == account || target.Mentions(account) || target.Quoted?.Author == account)
            return true;
        for (var above = target.InReplyTo; above is not null; above = above.InReplyTo)
            if (above.Author == account)
                return true;
        return false;
    }

    private static Answer Created(XCall call, Post post) => Answer.Ok(
        json =>
        {
            json.WriteStartObject("data");
            json.WriteString("id", post.IdText);
            json.WriteString("text", post.Text);
            if (call.Words.Dialect == Dialect.Post)
            {
                json.WriteStartArray(call.Words.EditHistory);
                foreach (var id in post.EditHistory)
                    json.WriteStringValue(id.ToString(CultureInfo.InvariantCulture));
                json.WriteEndArray();
            }

            json.WriteEndObject();
        },
        201);
}
