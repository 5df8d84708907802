using System.Text.Json;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>The body of every answer that carries posts: data, what belongs beside it, what is missing, and where to go on.</summary>
internal sealed class PostList(XCall call, Shape shape)
{
    private readonly Dictionary<long, User> users = [];
    private readonly Dictionary<long, Post> references = [];
    private readonly List<Missing> missing = [];

    public Answer Single(Post? post, Missing? absent)
    {
        Note(absent);
        return Answer.Ok(json =>
        {
            if (post is not null)
            {
                json.WritePropertyName("data");
                WriteOne(json, post);
            }

            WriteIncludes(json);
            WriteMissing(json);
        });
    }

    public Answer Many(IReadOnlyList<Post> posts, IEnumerable<Missing> absent, Action<Utf8JsonWriter>? writeMeta = null)
    {
        foreach (var one in absent)
            Note(one);
        var listed = call.Spoil is null ? posts : call.Spoil(posts);
        return Answer.Ok(json =>
        {
            // The tweet dialect forbids an empty list, so it leaves the member out.
            if (listed.Count > 0 || call.Words.Dialect == Dialect.Post)
            {
                json.WriteStartArray("data");
                foreach (var post in listed)
                    WriteOne(json, post);
                json.WriteEndArray();
            }

            WriteIncludes(json);
            WriteMissing(json);
            if (writeMeta is null)
                return;
            json.WriteStartObject("meta");
            writeMeta(json);
            json.WriteEndObject();
        });
    }

    private void WriteOne(Utf8JsonWriter json, Post post)
    {
        PostWriter.Write(json, post, shape, call.Now);
        call.PostsRead.Add(post);
        if (shape.Author)
            users.TryAdd(post.Author.Id, post.Author);
        if (shape.InReplyToUser && post.InReplyTo is { } parent)
            users.TryAdd(parent.Author.Id, parent.Author);
        if (shape.Mentioned)
            foreach (var mention in post.Entities.Mentions)
                if (call.Square.FindUser(mention.UserId) is { } user)
                    users.TryAdd(user.Id, user);
        if (!shape.References)
            return;
        Refer(post.InReplyTo);
        Refer(post.Quoted);
    }

    private void Refer(Post? referenced)
    {
        if (referenced is null)
            return;
        if (Lookup.Absence(referenced, call.Caller.User, shape.Words.ReferenceExpansion) is { } absent)
        {
            Note(absent);
            return;
        }

        references.TryAdd(referenced.Id, referenced);
        if (shape.ReferencedAuthors)
            users.TryAdd(referenced.Author.Id, referenced.Author);
    }

    private void Note(Missing? absent)
    {
        if (absent is not null && !missing.Contains(absent))
            missing.Add(absent);
    }

    private void WriteIncludes(Utf8JsonWriter json)
    {
        if (users.Count + references.Count == 0)
            return;
        json.WriteStartObject("includes");
        if (users.Count > 0)
        {
            json.WriteStartArray("users");
            foreach (var user in users.Values)
                UserWriter.Write(json, user, shape);
            json.WriteEndArray();
            call.UsersRead.AddRange(users.Values);
        }

        if (references.Count > 0)
        {
            json.WriteStartArray(shape.Words.IncludedPosts);
            foreach (var post in references.Values)
                PostWriter.Write(json, post, shape, call.Now);
            json.WriteEndArray();
            call.PostsRead.AddRange(references.Values);
        }

        json.WriteEndObject();
    }

    private void WriteMissing(Utf8JsonWriter json)
    {
        if (missing.Count == 0)
            return;
        json.WriteStartArray("errors");
        foreach (var one in missing)
            Problems.WriteMissing(json, call.Words, one);
        json.WriteEndArray();
    }
}
