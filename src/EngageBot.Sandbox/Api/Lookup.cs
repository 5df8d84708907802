using System.Globalization;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>GET /2/tweets and GET /2/tweets/{id}: what is missing stands in errors, with status 200.</summary>
internal sealed class Lookup(PublicSquare square)
{
    public Answer ByIds(XCall call)
    {
        var ids = call.Parameters.Required("ids");
        var values = ids.Length == 0 ? [] : ids.Split(',');
        if (values.Length > 100)
            call.Parameters.Fault(
                "ids", ids, $"The number of values in the `ids` query parameter list [{values.Length}] is not between 1 and 100");
        var wanted = values.Distinct().Select(value => (Value: value, Id: call.Parameters.Id("ids", value))).ToList();
        var shape = call.Parameters.PostShape();
        if (call.Parameters.Faults.Count > 0)
            return Problems.Invalid(call.Words, call.Parameters.Faults);
        var found = new List<Post>();
        var missing = new List<Missing>();
        foreach (var (value, id) in wanted)
            if (square.Find(id) is not { } post)
                missing.Add(new Missing("tweet", "ids", value));
            else if (Absence(post, call.Caller.User, "ids") is { } absence)
                missing.Add(absence);
            else
                found.Add(post);
        return new PostList(call, shape).Many(found, missing);
    }

    public Answer ById(XCall call)
    {
        var value = call.PathValue("id");
        var id = call.Parameters.Id("id", value);
        var shape = call.Parameters.PostShape();
        if (call.Parameters.Faults.Count > 0)
            return Problems.Invalid(call.Words, call.Parameters.Faults);
        var post = square.Find(id);
        var absence = post is null ? new Missing("tweet", "id", value) : Absence(post, call.Caller.User, "id");
        return new PostList(call, shape).Single(absence is null ? post : null, absence);
    }

    /// <summary>Why that reader cannot have the post; null when they can.</summary>
    public static Missing? Absence(Post post, User? reader, string parameter)
    {
        var id = post.Id.ToString(CultureInfo.InvariantCulture);
        if (post.IsDeleted)
            return new Missing("tweet", parameter, id);
        return (post.Author.IsProtected || post.Author.IsSuspended) && post.Author != reader
            ? new Missing("tweet", parameter, id, IsHidden: true)
            : null;
    }
}
