using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>Who am I, and who is that.</summary>
internal sealed class Users(PublicSquare square)
{
    public static Answer Me(XCall call) => One(call, call.Caller.User, new Missing("user", "id", ""));

    public Answer ById(XCall call)
    {
        var value = call.PathValue("id");
        return One(call, square.FindUser(call.Parameters.Id("id", value)), new Missing("user", "id", value));
    }

    public Answer ByHandle(XCall call)
    {
        var value = call.PathValue("username");
        if (value.Length is < 1 or > 15 || !value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
            call.Parameters.Fault(
                "username", value, $"The `username` query parameter value [{value}] does not match ^[A-Za-z0-9_]{{1,15}}$");
        return One(call, square.FindUser(value), new Missing("user", "username", value));
    }

    private static Answer One(XCall call, User? user, Missing missing)
    {
        var shape = call.Parameters.UserShape();
        if (call.Parameters.Faults.Count > 0)
            return Problems.Invalid(call.Words, call.Parameters.Faults);
        if (user is { IsSuspended: true })
            missing = missing with { IsHidden = true };
        return Answer.Ok(json =>
        {
            if (user is { IsSuspended: false })
            {
                json.WritePropertyName("data");
                UserWriter.Write(json, user, shape);
                call.UsersRead.Add(user);
                return;
            }

            json.WriteStartArray("errors");
            Problems.WriteMissing(json, call.Words, missing);
            json.WriteEndArray();
        });
    }
}
