import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Role } from '../../access/access.ts';
import { Writes } from '../../commands/writes.ts';
import { idSchema } from '../../json.schema.ts';
import { Answers } from '../../problem/answers.ts';
import { TheChange } from '../change.ts';
import type { ChangeOrder } from '../changes.ts';
import { postSchema } from '../people/person.schema.ts';
import { adminRequestSchema } from '../requests/request.schema.ts';
import type { AdminRequest } from '../requests/request.schema.ts';
import * as schema from './post.schema.ts';
import type { PostList } from './post.schema.ts';
import { PostService } from './post.service.ts';

type Id = { readonly id: string };

@ApiTags('administration')
@Controller('admin')
export class PostController {
  constructor(@Inject(PostService) private readonly posts: PostService) {}

  @Get('posts')
  @Role('sysadmin', 'secadmin', 'auditadmin')
  @Answers(200, schema.postListSchema, { problems: [422] })
  list(@Query({ schema: schema.postQuerySchema }) query: schema.PostQuery): Promise<PostList> {
    return this.posts.list(query);
  }

  /** Answers the request that the security administrator has to confirm. */
  @Post('people/:id/posts')
  @Role('sysadmin')
  @Writes()
  @Answers(202, adminRequestSchema, { problems: [403, 404, 409, 422] })
  ask(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.newPostSchema }) body: schema.NewPost,
    @TheChange() change: ChangeOrder,
  ): Promise<AdminRequest> {
    return this.posts.ask(change, id, body);
  }

  @Patch('posts/:id')
  @Role('sysadmin')
  @Writes()
  @Answers(200, postSchema, { problems: [404, 422] })
  change(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.postPatchSchema }) body: schema.PostPatch,
    @TheChange() change: ChangeOrder,
  ) {
    return this.posts.change(change, id, body);
  }

  @Post('posts/:id/end')
  @Role('sysadmin')
  @Writes()
  @Answers(200, postSchema, { problems: [404, 409, 422] })
  end(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.endPostSchema }) body: schema.EndPost,
    @TheChange() change: ChangeOrder,
  ) {
    return this.posts.end(change, id, body);
  }
}
