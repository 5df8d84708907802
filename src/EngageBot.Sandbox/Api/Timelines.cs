using System.Text.Json;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>Mentions of a user, posts by a user: newest first, by pages that stay put while posts arrive.</summary>
internal sealed class Timelines(PublicSquare square, Readership readership)
{
    private const int MentionsDepth = 800;
    private const int PostsDepth = 3_200;
    private const int PageSize = 10;

    public static readonly string[] PageParameters = ["end_time", "max_results", "pagination_token", "since_id", "start_time", "until_id"];

    public Answer Mentions(XCall call)
    {
        var id = call.Parameters.Id("id", call.PathValue("id"));
        var query = Query(call, $"mentions {id}", "pagination_token", 5) with { Depth = MentionsDepth };
        var shape = call.Parameters.PostShape();
        if (call.Parameters.Faults.Count > 0)
            return Problems.Invalid(call.Words, call.Parameters.Faults);
        if (square.FindUser(id) is not { IsSuspended: false } user)
            return new PostList(call, shape).Single(null, new Missing("user", "id", call.PathValue("id")));
        var page = square.Mentions(user, query);
        var answer = AnswerWith(call, shape, page, query, $"mentions {id}");
        readership.Read(user, page.Posts);
        return answer;
    }

    public Answer PostsBy(XCall call)
    {
        var id = call.Parameters.Id("id", call.PathValue("id"));
        var excluded = call.Parameters.Words("exclude", ["replies", "retweets"]);
        var query = Query(call, $"tweets {id}", "pagination_token", 5) with
        {
            Depth = PostsDepth,
            Filter = excluded.Contains("replies") ? static post => post.InReplyTo is null : static _ => true,
        };
        var shape = call.Parameters.PostShape();
        if (call.Parameters.Faults.Count > 0)
            return Problems.Invalid(call.Words, call.Parameters.Faults);
        if (square.FindUser(id) is not { } user)
            return new PostList(call, shape).Single(null, new Missing("user", "id", call.PathValue("id")));
        if (user is { IsProtected: true } or { IsSuspended: true } && user != call.Caller.User)
            return new PostList(call, shape).Single(null, new Missing("user", "id", call.PathValue("id"), IsHidden: true));
        return AnswerWith(call, shape, square.PostsBy(user, query), query, $"tweets {id}");
    }

    public static PageQuery Query(XCall call, string list, string tokenName, int smallest)
    {
        var parameters = call.Parameters;
        PageToken? token = null;
        if (parameters.Text(tokenName) is { } text && (token = PageTokens.Read(text, list)) is null)
            parameters.Fault(tokenName, text, $"The `{tokenName}` query parameter value [{text}] is not valid");
        return new PageQuery(call.Now, parameters.Number("max_results", smallest, 100, PageSize))
        {
            SinceId = parameters.Id("since_id"),
            UntilId = parameters.Id("until_id"),
            Start = parameters.Time("start_time"),
            End = parameters.Time("end_time"),
            Token = token,
        };
    }

    public static Answer AnswerWith(XCall call, Shape shape, Page page, PageQuery query, string list) =>
        new PostList(call, shape).Many(page.Posts, [], json => WriteMeta(json, page, query, list));

    private static void WriteMeta(Utf8JsonWriter json, Page page, PageQuery query, string list)
    {
        json.WriteNumber("result_count", page.Posts.Count);
        if (page.Posts.Count > 0)
        {
            json.WriteString("newest_id", page.Posts[0].IdText);
            json.WriteString("oldest_id", page.Posts[^1].IdText);
        }

        if (page.HasOlder && Below(page, query) is { } below)
            json.WriteString("next_token", PageTokens.Write(new PageToken(below, IsBackwards: false), list));
        if (query.Token is { } token)
            json.WriteString("previous_token", PageTokens.Write(new PageToken(Above(page, token), IsBackwards: true), list));
    }

    // An empty page on the way back up still leads down again.
    private static long? Below(Page page, PageQuery query) =>
        page.Posts.Count > 0 ? page.Posts[^1].Id : query.IsBackwards ? query.Token!.Value.Id + 1 : null;

    private static long Above(Page page, PageToken token) =>
        page.Posts.Count > 0 ? page.Posts[0].Id : token.IsBackwards ? token.Id : token.Id - 1;
}
