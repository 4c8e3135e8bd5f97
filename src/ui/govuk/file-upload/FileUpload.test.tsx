import { holdToFixtures } from '../fixtures.testkit.ts'
import { FileUpload } from './FileUpload.tsx'

holdToFixtures('file-upload', FileUpload)
